import { expect, test } from '@jest/globals';
import { checks } from '../../src/screening/checks/index.ts';
import { distance, type MinHash } from '../../src/screening/text/minhash.ts';
import { isSetPhrase, likenessOf } from '../../src/submission/likeness.ts';
import { aDraft, anEvidence, aPolicy, NOW } from '../make.ts';
import { honestComments } from './honest-comments.ts';

/** Entries as publishers copy them from other systems' lists. */
const policy = aPolicy({
  blocked: {
    words: [
      '.top',
      '.la',
      'C++ course',
      '[url=',
      '-viagra',
      'ｅn',
      'ã¨',
      'https www',
      '4u',
      'slots*',
      '*porn*',
    ],
    emails: ['*@spam.example'],
    domains: ['spam.example', '*.top', '*casino*.com'],
  },
});

const others = checks.filter(({ name }) => name !== 'learned-filter');

/** What was sent before, as the site's ring of recent texts tells it. */
const resembling = (own: MinHash | undefined, earlier: readonly (MinHash | undefined)[]) =>
  earlier.flatMap((other) =>
    own && other
      ? [
          {
            bits: distance(own.bits, other.bits),
            same: own.exact === other.exact,
            sameVisitor: false,
            sameArticle: false,
            agoMs: 60_000,
          },
        ]
      : [],
  );

test('of forty honest comments of regulars at most one is objected to by checks other than the learned filter', () => {
  const likenesses = honestComments.map((text) => (isSetPhrase({ text }) ? undefined : likenessOf({ text })));
  const objections = honestComments.flatMap((text, nth) => {
    const evidence = anEvidence({
      draft: aDraft({ text }),
      policy,
      now: NOW,
      resembling: resembling(likenesses[nth], likenesses.slice(0, nth)),
    });
    const found = others.filter(({ run }) => (run(evidence)?.outcome ?? 'approve') !== 'approve');
    return found.map(({ name }) => `${name}: ${text}`);
  });
  expect(honestComments).toHaveLength(40);
  expect(objections.length > 1 ? objections : []).toEqual([]);
});
