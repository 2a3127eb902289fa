import { expect, test } from '@jest/globals';
import { fromJson } from '../../src/api/submission.ts';
import { fieldsOf } from './refused.ts';

const comment = { article: 'a', author: 'Maëlle', text: 'Merci.' };
const read = fromJson;

test('controls of windows-1252 become the characters they were', () => {
  const sent = {
    ...comment,
    author: 'L\u0092équipe',
    text: '\u0093L\u0092été\u0094 \u0096 10 \u0080\u0085 \u0081\u009C',
  };
  expect(read(sent)).toMatchObject({ author: 'L’équipe', text: '“L’été” – 10 €… œ' });
});

test.each([
  ['a hundred accents on a letter', `e${'\u0301'.repeat(100)}`],
  ['five accents on a Latin letter', `e${'\u0301'.repeat(5)}`],
  ['accents with joiners between them', `e${'\u0301\u200D'.repeat(9)}`],
  ['marks on no letter', '\u0489'.repeat(9)],
  [
    'strokes on every letter',
    [...'bonjour'].map((letter) => `${letter}\u0336\u0337\u0338\u0330\u0331`).join(''),
  ],
])('refuses %s, in a text and in a name', (_, noise) => {
  expect(fieldsOf(() => read({ ...comment, text: `Voilà ${noise} !` }))).toEqual(['text']);
  expect(fieldsOf(() => read({ ...comment, author: `Voilà ${noise}` }))).toEqual(['author']);
});

test.each([
  ['Vietnamese in parts', 'Tiếng Việt'.normalize('NFD')],
  ['pointed and chanted Hebrew', 'בְּרֵאשִׁ֖ית בָּרָ֣א'],
  ['Tibetan, Burmese and Thai', 'བསྒྲུབས་ མြွှေး ที่นี่'],
  ['polytonic Greek in parts', 'ᾧ ᾖ'.normalize('NFD')],
  ['families and keys', '👨‍👩‍👧‍👦 1️⃣ ☀️\uFE0F 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
])('takes %s', (_, text) => {
  expect(read({ ...comment, text, author: text })).toMatchObject({ text, author: text });
});
