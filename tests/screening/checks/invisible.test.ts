import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { invisible } from '../../../src/screening/checks/invisible.ts';
import { aDraft, anEvidence } from '../../make.ts';

const on = (draft: Partial<Draft>) => invisible.run(anEvidence({ draft: aDraft(draft) }));

test.each([
  ['a space without width inside a word', 'Un ca\u200Bsino', 'U+200B inside a word'],
  ['a joiner inside a Latin word', 'Un ca\u200Dsino', 'U+200D inside a word'],
  ['a soft hyphen', 'Un ca\u00ADsino', 'U+00AD inside a word'],
  ['a mark after an accent', 'de\u0301\u200Eco', 'U+200E inside a word'],
  ['one before a digit', 'v\u20601agra', 'U+2060 inside a word'],
  ['a Hangul filler', 'abc \u3164 def', 'U+3164 as a blank letter'],
  ['blank braille', 'abc \u2800 def', 'U+2800 as a blank letter'],
  ['text in tags', 'Bonjour\u{E0061}\u{E0062}', 'U+E0061 outside a flag'],
  ['data in variation selectors', 'Bonjour\uFE01\u{E0101}', 'U+E0101 in a row'],
  ['next to nothing to see', `a${'\u200B'.repeat(9)}`, 'hardly anything to see'],
  ['nearly only line breaks', `a${'\n'.repeat(900)}b`, 'hardly anything to see'],
])('holds %s', (_, text, term) => {
  expect(on({ text })).toMatchObject({ outcome: 'hold', traces: [{ field: 'text', term }] });
});

test("checks the author's name as well", () => {
  expect(on({ author: 'Ma\u200Brie' })?.traces[0]?.field).toBe('author');
});

test.each<[string, Partial<Draft>]>([
  ['text', { text: '\u200B\u00A0\u3164\u2800\n' }],
  ['author', { author: '\u00AD' }],
  ['author', { author: '' }],
])('refuses a %s without any visible character', (field, draft) => {
  expect(on(draft)).toMatchObject({ outcome: 'refuse', refusal: { code: 'invalid-fields', field } });
});

test.each([
  ['families, professions, hearts and keys', '👨‍👩‍👧‍👦 👩🏽‍🚒 ❤️‍🔥 1️⃣ 🏳️‍🌈'],
  ['the flag of Scotland alone', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['Persian with its joiners', 'می‌خوانم و نمی‌دانم'],
  ['Hindi with its joiners', 'क्‍ष और र्‌य'],
  ['a sign that begins a pasted text', '\uFEFFBonjour à tous'],
  ['braille', '⠃⠕⠝⠚⠕⠥⠗⠀⠁⠀⠞⠕⠥⠎'],
  ['thin spaces before French signs', 'Vraiment\u202F?\u00A0Oui\u2009!'],
  ['a poem', 'Mignonne,\n\n    allons voir\n\n        si la rose'],
])('does not object to %s', (_, text) => {
  expect(on({ text })).toBeUndefined();
});
