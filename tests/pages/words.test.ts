import { expect, test } from '@jest/globals';
import { languages } from '../../src/comment/site.ts';
import { duration } from '../../src/pages/words/duration.ts';
import { wordsIn } from '../../src/pages/words/words.ts';

/** Every sentence of a table, those made by functions with an example. */
const sentences = (table: unknown): readonly string[] => {
  if (typeof table === 'string') return [table];
  if (typeof table === 'function') return [String(table(2)), String(table(1))];
  return Object.values(table as object).flatMap(sentences);
};

test.each(languages)('every sentence in %s says something', (language) => {
  for (const sentence of sentences(wordsIn(language))) expect(sentence.trim()).not.toBe('');
});

test('French sentences keep their punctuation on the line', () => {
  for (const sentence of sentences(wordsIn('fr'))) expect(sentence).not.toMatch(/ [:;!?»]|« |'/);
});

test.each([
  [1, '1 second'],
  [119, '119 seconds'],
  [121, '3 minutes'],
  [86_400, '24 hours'],
])('a wait of %d s is said as %s, never shorter than it is', (waitS, said) => {
  expect(duration(waitS, 'en-GB')).toBe(said);
});
