import type { Policy } from '../../comment/policy.ts';
import type { Check, FormProof } from '../check.ts';

/**
 * A form's token was forged, used before, or came back sooner or later than people send forms. One that came from another network
 * before is only pointed out: a page that a cache hands to everybody carries one token for all.
 */
export const formToken: Check = {
  name: 'form-token',
  version: 2,
  look: ({ form, policy }) => {
    const term = objection(form, policy.formToken);
    if (term !== undefined) return { outcome: 'hold', score: 0.8, traces: [{ field: 'formToken', term }] };
    return form.state === 'genuine' && form.used === 'elsewhere'
      ? {
          outcome: 'approve',
          score: 0.2,
          traces: [{ field: 'formToken', term: 'used from another network' }],
        }
      : undefined;
  },
};

const objection = (form: FormProof, { minS, maxH }: Policy['formToken']): string | undefined => {
  if (form.state !== 'genuine') return form.state === 'forged' ? 'forged' : undefined;
  if (form.used === 'here') return 'used again';
  if (form.ageS < minS) return `too fast: after ${form.ageS.toFixed(1)} s`;
  return form.ageS > maxH * 3600 ? `expired: after ${(form.ageS / 3600).toFixed(1)} h` : undefined;
};
