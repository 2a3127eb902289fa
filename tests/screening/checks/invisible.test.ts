import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { invisible } from '../../../src/screening/checks/invisible.ts';
import { aDraft, anEvidence } from '../../make.ts';

const on = (draft: Partial<Draft>) => invisible.run(anEvidence({ draft: aDraft(draft) }));

test.each([
  ['a sign of formulas inside a word', 'Un ca\u2063sino', 'U+2063 inside a word'],
  ['a retired control after an accent', 'de\u0301\u206Aco', 'U+206A inside a word'],
  ['one beside a soft hyphen', 'v\u00AD\u2061\u200B1agra', 'U+2061 inside a word'],
  ['letters parted one by one', 'v\u200Bi\u200Ba\u200Bgra', 'U+200B between single letters'],
  [
    'letters parted by changing signs',
    'v\u00ADi\u2060\u200Ca\u0301\u200Dgra',
    'U+200D between single letters',
  ],
  ['a Hangul filler', 'abc \u3164 def', 'U+3164 as a blank letter'],
  ['blank braille', 'abc \u2800 def', 'U+2800 as a blank letter'],
  ['text in tags', 'Bonjour\u{E0061}\u{E0062}', 'U+E0061 outside a flag'],
  ['data in variation selectors', 'Bonjour\uFE01\u{E0101}', 'U+E0101 in a row'],
  ['next to nothing to see', `a${'\u200B'.repeat(9)}`, 'hardly anything to see'],
  ['line breaks between two letters', `a${'\n'.repeat(60)}b`, 'hardly anything to see'],
  ['nearly only line breaks', `a${'\n'.repeat(900)}b`, 'hardly anything to see'],
])('holds %s', (_, text, term) => {
  expect(on({ text })).toMatchObject({ outcome: 'hold', traces: [{ field: 'text', term }] });
});

test("looks at the author's name as well", () => {
  expect(on({ author: 'Ma\u2063rie' })?.traces[0]?.field).toBe('author');
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
  ['soft hyphens of a hyphenated page', 'L’in\u00ADfor\u00ADma\u00ADtion lo\u00ADcale'],
  ['German words that keep two letters apart', 'Die Auf\u200Clage, das Schiff\u200Cfahrts\u200Camt'],
  ['a selector that is there twice', '☀\uFE0F\uFE0F et ❤\uFE0F\uFE0F\uFE0F'],
  [
    'what word processors and chats leave',
    'et/\u200Bou, 10\u2060000, Du\u200Bpont, a\u200Eb, \uFEFFoui\uFEFFnon',
  ],
  ['joiners between letters', 'ca\u200Dsino'],
  ['a sign that begins a pasted text', '\uFEFFBonjour à tous'],
  ['braille', '⠃⠕⠝⠚⠕⠥⠗⠀⠁⠀⠞⠕⠥⠎'],
  ['thin spaces before French signs', 'Vraiment\u202F?\u00A0Oui\u2009!'],
  [
    'a table aligned with spaces',
    `Nom${' '.repeat(40)}Prix\nThé${' '.repeat(40)}2 €\nCafé${' '.repeat(39)}3 €`,
  ],
  ['a poem', 'Mignonne,\n\n    allons voir\n\n        si la rose'],
])('does not object to %s', (_, text) => {
  expect(on({ text })).toBeUndefined();
});
