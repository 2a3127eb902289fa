import type { Policy } from '../../comment/policy.ts';
import type { Check, FormProof } from '../check.ts';

/** A form's token was forged, used before, or came back sooner or later than people send forms. */
export const formToken: Check = {
  name: 'form-token',
  version: 1,
  look: ({ form, policy }) => {
    const term = objection(form, policy.formToken);
    return term === undefined
      ? undefined
      : { outcome: 'hold', score: 0.8, traces: [{ field: 'formToken', term }] };
  },
};

const objection = (form: FormProof, { minS, maxH }: Policy['formToken']): string | undefined => {
  if (form.state !== 'genuine') return form.state === 'forged' ? 'forged' : undefined;
  if (form.used) return 'used again';
  if (form.ageS < minS) return `too fast: after ${form.ageS.toFixed(1)} s`;
  return form.ageS > maxH * 3600 ? `expired: after ${(form.ageS / 3600).toFixed(1)} h` : undefined;
};
