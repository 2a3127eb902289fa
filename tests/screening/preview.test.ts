import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { blockedDomains } from '../../src/screening/checks/blocked-domains.ts';
import { blockedWords } from '../../src/screening/checks/blocked-words.ts';
import { matcherOf, readEntry } from '../../src/screening/preview.ts';
import { aDraft, anEvidence, aPolicy } from '../make.ts';

const SEED = { seed: 8, numRuns: 300 };
const text = fc
  .array(
    fc.constantFrom(
      'casino',
      'c a s i n o',
      'Саsino',
      'gare',
      'été',
      'shop.example',
      'https://shop.example/x',
      'C++',
      '👍🏽',
      ', ',
      '\n',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '));

test.each([
  ['words', 'casino', blockedWords],
  ['words', 'casin*', blockedWords],
  ['words', 'C++', blockedWords],
  ['domains', 'shop.example', blockedDomains],
] as const)(
  'an entry of %s is said to match exactly what the check would catch: %s',
  (list, entry, check) => {
    const match = matcherOf(list, entry);
    fc.assert(
      fc.property(text, (written) => {
        const draft = aDraft({ text: written });
        const policy = aPolicy({ blocked: { [list]: [entry] } });
        const caught = check.run(anEvidence({ draft, policy })) !== undefined;
        const found = match(draft);
        expect(found !== undefined).toBe(caught);
        if (found?.field === 'text' && found.excerpt.match !== '') {
          const { before, match: marked, after } = found.excerpt;
          expect(draft.text).toContain(before + marked + after);
          expect(match({ ...draft, text: marked })).toBeDefined();
        }
      }),
      SEED,
    );
  },
);

test('an entry in a script without spaces is said to be found inside of words', () => {
  expect(readEntry('words', '赌场')).toEqual({ reading: 'inside', sought: '*赌场*' });
  expect(readEntry('words', 'casino').reading).toBe('word');
});
