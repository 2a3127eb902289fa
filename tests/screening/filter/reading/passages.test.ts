import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { passagesOf } from '../../../../src/screening/filter/reading/passages.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';

const textOf = (length: number) =>
  Array.from({ length }, (_, nth) => String.fromCharCode(97 + (nth % 26))).join('');
const lengths = (text: string) => passagesOf({ text }).map((passage) => passage.text.length);

test('a text of usual length has no passages', () => {
  expect(passagesOf({ text: textOf(900) })).toEqual([]);
  expect(passagesOf({ text: '' })).toEqual([]);
});

test('anything shorter than half a passage lies whole in one of them, wherever it stands in the text', () => {
  const advert = `[${'x'.repeat(300)}]`;
  fc.assert(
    fc.property(
      fc.integer({ min: 901, max: 4_500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (length, share) => {
        const at = Math.floor(share * length);
        const text = textOf(length).slice(0, at) + advert + textOf(length).slice(at);
        expect(passagesOf({ text }).some((passage) => passage.text.includes(advert))).toBe(true);
      },
    ),
  );
});

test('every character that a policy allows is in some passage, and there are sixteen at most', () => {
  for (const length of [901, 1_200, 5_000, 9_999, 10_000]) {
    const text = Array.from({ length }, (_, nth) => String.fromCodePoint(0x4e00 + nth)).join('');
    const read = new Set(passagesOf({ text }).flatMap((passage) => [...passage.text.replace(/…$/, '')]));
    expect([length, read.size]).toEqual([length, length]);
    expect(lengths(text).length).toBeLessThanOrEqual(16);
  }
});

test('a passage that is cut off says so, which the last one is not', () => {
  const ends = passagesOf({ text: 'mot '.repeat(400) }).map(({ text }) => text.endsWith('…'));
  expect(ends.length).toBeGreaterThan(2);
  expect(ends).toEqual(ends.map((_, nth) => nth < ends.length - 1));
});

test('a passage reads the same with the reading of its comment as alone', () => {
  const comment = {
    text: 'Le pont https://example.fr de 1904. '.repeat(60),
    ...{ author: 'Pneus Dole', url: 'https://pneus-dole.fr', title: 'Le pont' },
  };
  for (const passage of passagesOf(comment)) expect(read(passage, read(comment))).toEqual(read(passage));
});

test('a text of as many emoji as a site accepts characters is in its passages as a whole', () => {
  const text = Array.from({ length: 10_000 }, (_, nth) => String.fromCodePoint(0x20000 + nth)).join('');
  const passages = passagesOf({ text });
  const read = new Set(passages.flatMap((passage) => [...passage.text.toWellFormed()]));
  expect([...text].filter((sign) => !read.has(sign))).toEqual([]);
  expect(passages).toHaveLength(16);
});

test('of 300 KB, more than any site accepts, what is read as a whole is in passages side by side', () => {
  const text = `begin ${textOf(300_000)} end`;
  const passages = passagesOf({ text, author: 'Marie' });
  expect(passages).toHaveLength(7);
  expect(passages[0]?.text).toMatch(/^begin/);
  expect(passages.at(-1)).toMatchObject({ text: expect.stringMatching(/end$/), author: 'Marie' });
});
