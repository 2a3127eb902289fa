import type { Policy } from '../../comment/policy.ts';
import type { Check, FormProof } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/**
 * A form's token was forged, used before, or came back sooner or later than people send forms. One that came from another network
 * before is only pointed out: a page that a cache hands to everybody carries one token for all.
 */
export const formToken: Check<'form-token'> = {
  name: 'form-token',
  version: 2,
  run: ({ form, policy }) => {
    const term = objection(form, policy.formToken);
    if (term !== undefined) return { outcome: 'hold', score: 0.8, traces: [{ field: 'formToken', term }] };
    return form.state === 'genuine' && form.used === 'elsewhere'
      ? {
          outcome: 'approve',
          score: 0.2,
          traces: [{ field: 'formToken', term: ownTerm('used from another network') }],
        }
      : undefined;
  },
};

const HOUR_S = 3600;

const objection = (form: FormProof, { minS, maxH }: Policy['formToken']): string | undefined => {
  if (form.state !== 'genuine') return form.state === 'forged' ? ownTerm('forged') : undefined;
  if (form.used === 'here') return ownTerm('used again');
  if (form.ageS < minS) return ownTerm('too fast: after {} s', form.ageS.toFixed(1));
  return form.ageS > maxH * HOUR_S
    ? ownTerm('expired: after {} h', (form.ageS / HOUR_S).toFixed(1))
    : undefined;
};
