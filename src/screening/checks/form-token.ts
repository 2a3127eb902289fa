import type { Policy } from '../../comment/policy.ts';
import type { Check, FormProof } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/** The form's token is forged or was used before, or the form came back sooner or later than people send one. */
export const formToken: Check<'form-token'> = {
  name: 'form-token',
  version: 1,
  run: ({ form, policy }) => {
    const term = objection(form, policy.formToken);
    return term === undefined
      ? undefined
      : { outcome: 'hold', score: 0.8, traces: [{ field: 'formToken', term }] };
  },
};

const HOUR_S = 3600;

const objection = (form: FormProof, { minS, maxH }: Policy['formToken']): string | undefined => {
  if (form.state !== 'genuine') return form.state === 'forged' ? ownTerm('forged') : undefined;
  if (form.used) return ownTerm('used again');
  if (form.ageS < minS) return ownTerm('too fast: after {} s', form.ageS.toFixed(1));
  return form.ageS > maxH * HOUR_S
    ? ownTerm('expired: after {} h', (form.ageS / HOUR_S).toFixed(1))
    : undefined;
};
