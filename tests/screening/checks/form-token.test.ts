import { expect, test } from '@jest/globals';
import type { FormProof } from '../../../src/screening/check.ts';
import { formToken } from '../../../src/screening/checks/form-token.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const policy = aPolicy({ formToken: { minS: 3, maxH: 24 } });
const on = (form: FormProof) => formToken.run(anEvidence({ form, policy }));
type Used = Extract<FormProof, { state: 'genuine' }>['used'];
const genuine = (ageS: number, used: Used = 'no'): FormProof => ({ state: 'genuine', ageS, used });

test.each<[string, FormProof]>([
  ['forged', { state: 'forged' }],
  ['used again', genuine(60, 'here')],
  ['too fast: after 2.9 s', genuine(2.9)],
  ['too fast: after -5.0 s', genuine(-5)],
  ['expired: after 24.1 h', genuine(24.1 * 3600)],
])('holds a comment whose token is %s', (term, form) => {
  expect(on(form)).toMatchObject({ outcome: 'hold', traces: [{ field: 'formToken', term }] });
});

test.each<[string, FormProof]>([
  ['missing, as from a static page', { state: 'missing' }],
  ['as young as allowed', genuine(3)],
  ['as old as allowed', genuine(24 * 3600)],
])('does not object to a token that is %s', (_, form) => {
  expect(on(form)).toBeUndefined();
});

test('points out a token that came from another network before, as from a cached page, and holds nothing for it', () => {
  expect(on(genuine(60, 'elsewhere'))).toMatchObject({
    outcome: 'approve',
    traces: [{ field: 'formToken', term: 'used from another network' }],
  });
});
