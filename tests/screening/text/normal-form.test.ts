import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findAbuse } from '../../../src/screening/filter/abuse/find-abuse.ts';
import { clarify, normalise } from '../../../src/screening/filter/reading/normalise.ts';
import { fold, foldCase } from '../../../src/screening/text/fold.ts';
import { normalForm } from '../../../src/screening/text/normal-form.ts';
import { undisguise } from '../../../src/screening/undisguise.ts';
import { codePoint } from '../../characters.ts';
import { cpuMsOf } from '../../cpu-time.ts';

test('is the normal form of a text without more than thirty marks on a letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: codePoint, maxLength: 30 }),
      fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
      (text, form) => {
        expect(normalForm(text, form)).toBe(text.normalize(form));
      },
    ),
  );
});

test('leaves thirty marks on a letter, and what follows them', () => {
  expect(normalForm(`e${'\u0301'.repeat(99)}t`, 'NFC')).toBe(`é${'\u0301'.repeat(29)}t`);
});

const halves = (one: string, other: string) => one.repeat(40_000) + other.repeat(40_000);
test.each([
  ['marks out of order', halves('\u0345', '\u0334')],
  ['marks in turns', '\u0345\u0334'.repeat(40_000)],
  ['marks on a letter', `e${halves('\u0301', '\u0323')}`],
  ['voicing signs', '\uFF9E\u0334'.repeat(40_000)],
])('each reader takes time linear in %s', (_, text) => {
  const readers = [fold, foldCase, clarify, undisguise, (all: string) => normalise(clarify(all))];
  const raw = { text, invisible: 0, fancy: 0 };
  for (const reader of [...readers, () => normalise(raw)])
    expect(cpuMsOf(() => reader(text))).toBeLessThan(2_000);
  expect(cpuMsOf(() => findAbuse(text))).toBeLessThan(2_000);
});
