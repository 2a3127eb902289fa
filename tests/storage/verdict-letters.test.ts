import { expect, test } from '@jest/globals';
import { checks } from '../../src/screening/checks/index.ts';
import { joinVerdict, splitVerdict } from '../../src/storage/dynamodb/codecs/verdict-text.ts';

const others = (text: string): string => splitVerdict(text).others;

test('every check that found nothing is stored as a letter of its own, and read back', () => {
  const letters = checks.map(({ name }) => others(`;${name}`));
  for (const letter of letters) expect(letter).toMatch(/^;[A-Z]$/);
  expect(new Set(letters).size).toBe(checks.length);
  const text = checks.map(({ name }) => `;${name}`).join('');
  expect(joinVerdict('', others(text))).toBe(text);
});

test('what was stored before a check had a letter, or of one that is no more, is read as it was written', () => {
  expect(joinVerdict('', ';A;surge;W;Z;once-there')).toBe(';article-mode;surge;proof;Z;once-there');
});
