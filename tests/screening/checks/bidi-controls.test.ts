import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { bidiControls } from '../../../src/screening/checks/bidi-controls.ts';
import { aDraft, anEvidence } from '../../make.ts';

const on = (draft: Partial<Draft>) => bidiControls.run(anEvidence({ draft: aDraft(draft) }));

test.each([
  ['an override, even a closed one', 'abc \u202Edef\u202C'],
  ['an embedding left open', 'abc \u202Bdef'],
  ['an isolate left open', 'abc \u2067def'],
  ['a close without an opening', 'abc\u2069'],
  ['the wrong close', '\u2067abc\u202C'],
  ['crossed ones', '\u2067\u202Babc\u2069\u202C'],
])('holds a text with %s', (_, text) => {
  expect(on({ text })).toMatchObject({ outcome: 'hold', traces: [{ field: 'text' }] });
});

test("checks the author's name as well", () => {
  expect(on({ author: 'moderator\u202Etxt.exe' })?.traces).toEqual([
    { field: 'author', term: 'overrides the direction of writing' },
  ]);
});

test.each([
  ['marks in Hebrew', 'שלום\u200F (abc)\u200E 123'],
  ['a closed isolate', 'Il écrit \u2068مرحبا\u2069 tous les jours'],
  ['nested ones', '\u2067\u202Babc\u202C\u2069'],
  ['Arabic without any', 'أتفق مع الكاتب تماماً'],
])('does not object to %s', (_, text) => {
  expect(on({ text })).toBeUndefined();
});
