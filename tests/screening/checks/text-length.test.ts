import { expect, test } from '@jest/globals';
import { textLength } from '../../../src/screening/checks/text-length.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const policy = aPolicy({ text: { charactersMin: 3, charactersMax: 10 } });
const on = (text: string) => textLength.run(anEvidence({ draft: aDraft({ text }), policy }));

test.each([
  ['too short', 'ab'],
  ['too short but for what cannot be seen', ' \u200Bab\u3164\u2800 '],
  ['empty', ''],
  ['too long', 'a'.repeat(11)],
])('refuses a text that is %s', (_, text) => {
  expect(on(text)).toMatchObject({
    outcome: 'refuse',
    refusal: { code: 'invalid-fields', field: 'text', detail: 'The text must have 3 to 10 characters.' },
  });
});

test.each([
  ['as short as allowed', 'abc'],
  ['as long as allowed', 'a'.repeat(10)],
  ['of ten characters in twenty units', '😀'.repeat(10)],
])('does not object to a text %s', (_, text) => {
  expect(on(text)).toBeUndefined();
});
