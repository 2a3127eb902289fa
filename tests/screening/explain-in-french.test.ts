import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { noRecord } from '../../src/comment/trust.ts';
import type { Evidence } from '../../src/screening/check.ts';
import { type CheckName, checks } from '../../src/screening/checks/index.ts';
import { explain } from '../../src/screening/explain.ts';
import { flags } from '../../src/screening/filter/features/flags/index.ts';
import { subjects } from '../../src/screening/filter/features/subjects.ts';
import { en as reasonsEn } from '../../src/screening/filter/sentences/reasons-en.ts';
import { en as findingsEn } from '../../src/screening/sentences/findings-en.ts';
import { aDraft, anEvidence, aPolicy, NOW } from '../make.ts';

const lists = {
  words: ['vraiment'],
  emails: ['jean*', '*@exemple.fr'],
  domains: ['exemple.fr'],
  networks: ['192.0.2.17', '192.0.2.0/24'],
};
const near = { bits: 2, same: true, sameArticle: false, agoMs: 60_000 };
const formOf = (form: Evidence['form']): Partial<Evidence> => ({ form });
const text = (typed: string): Partial<Evidence> => ({ draft: aDraft({ text: typed }) });

/** For each check, evidence that provokes everything it can say. */
const provoking: Readonly<Record<CheckName, readonly Partial<Evidence>[]>> = {
  'article-mode': [{ mode: 'premoderated' }, { mode: 'closed' }],
  flood: [{ earlier: [NOW] }],
  surge: (['site', 'article'] as const).map((where) => ({
    surge: { where, sharePercent: 83 },
    author: { ...noRecord, proven: false, unseen: 0 },
  })),
  invisible: [
    ...[
      'c\u200Ba\u200Bs\u200Bino',
      'gare \u3164 gare',
      'gare\u{E0061}',
      'gare\uFE01\u{E0101}',
      `a${'\u200B'.repeat(9)}`,
    ],
    '\u200B',
  ].map(text),
  'text-length': [text('a'.repeat(10_001))],
  'bidi-controls': [text('gare\u202Egare'), text('gare\u202Agare')],
  shouting: [text('LE TRAIN EST ENCORE EN RETARD AUJOURD’HUI')],
  'endless-word': [text('a'.repeat(101))],
  links: [text('https://exemple.fr et https://exemple.fr/gare')],
  'learned-filter': [
    {
      author: { ...noRecord, proven: false, approved: 0, refused: 0, unseen: 0 },
      draft: aDraft({
        author: 'casino gratuit',
        url: 'http://casino-gratuit.exemple.xyz/',
        text: 'Jouez au casino gratuit, 500 € ! http://casino-gratuit.exemple.xyz/casino WhatsApp +33 6 12 34 56 78',
      }),
    },
  ],
  'abusive-words': [text('Quel connard')],
  honeypot: [{ honeypot: 'gare' }],
  'form-token': [
    ...[formOf({ state: 'forged' }), formOf({ state: 'genuine', ageS: 9, used: 'here' })],
    ...[0.5, 90_000].map((ageS) => formOf({ state: 'genuine', ageS, used: 'no' })),
  ],
  proof: (['missing', 'wrong', 'expired', 'used'] as const).map((proof) => ({
    proof,
    author: { ...noRecord, proven: false, unseen: 0 },
  })),
  duplicate: [{ resembling: [{ ...near, sameVisitor: true }] }],
  'near-duplicate': [{ resembling: [{ ...near, sameVisitor: false }] }],
  banned: [
    {
      bans: {
        banned: [
          { field: 'author', kind: 'author' },
          { field: 'email', kind: 'email' },
          { field: 'visitor', kind: 'network' },
          { field: 'url', domain: 'exemple.fr' },
        ],
        ...{ isAllowed: false, isEmailAllowed: false, hostsAllowed: [], reserved: [] },
      },
    },
  ],
  'blocked-words': [text('vraiment')],
  'blocked-emails': [{ draft: aDraft({ email: 'jean@exemple.fr' }) }],
  'blocked-domains': [text('https://exemple.fr')],
  'blocked-networks': [{ address: '192.0.2.17' }],
  staff: [
    { draft: aDraft({ author: 'La rédaction' }) },
    {
      bans: {
        banned: [],
        isAllowed: false,
        isEmailAllowed: false,
        hostsAllowed: [],
        reserved: ['author', 'email'],
      },
    },
  ],
  'author-page': [
    {
      author: { ...noRecord, proven: false, unseen: 0 },
      draft: aDraft({ url: 'https://boutique.exemple/' }),
      page: { owner: 'boutique.exemple', names: 3, articles: 4, spam: 1 },
    },
  ],
  'first-comment': [
    { author: { ...noRecord, proven: true, spam: 1, distrustedAt: 1, unseen: 0 } },
    { author: { ...noRecord, proven: true, approved: 9, unseen: 1_000 } },
  ],
};

const wordsIn = (value: unknown): readonly string[] =>
  JSON.stringify(value)
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];
/** Words that French and English spell alike. */
const SHARED = [
  ...[
    'article',
    'articles',
    'bbcode',
    'code',
    'contact',
    'exclamation',
    'html',
    'long',
    'mail',
    'messages',
    'minutes',
    'nofollow',
  ],
  ...['page', 'robots', 'site', 'spam'],
];
const english = (value: unknown): readonly string[] =>
  wordsIn(value).filter((word) => !SHARED.includes(word));
const englishWords = new Set(english([findingsEn, reasonsEn, checks.map(({ name }) => name)]));

test.each(checks.map((check) => [check.name, check] as const))(
  'everything that %s can say is said in French',
  (name, check) => {
    const policy = aPolicy({
      blocked: lists,
      abusiveWords: { hold: true },
      formToken: defaultPolicy.formToken,
    });
    for (const stated of provoking[name]) {
      const evidence = anEvidence({ policy, ...stated });
      const result = check.run(evidence);
      expect([name, stated, result === undefined]).toEqual([name, stated, false]);
      const quoted = new Set(wordsIn([evidence.draft, lists]));
      const ownWords = english(result?.traces.map(({ term }) => term)).filter((word) => !quoted.has(word));
      const foreign = new Set([...englishWords, ...ownWords]);

      const sentences = explain({ check: name, outcome: 'hold', traces: result?.traces ?? [] }, 'fr');
      expect(sentences.length).toBeGreaterThan(0);
      expect(wordsIn(sentences).filter((word) => foreign.has(word) && !quoted.has(word))).toEqual([]);
    }
  },
);

test('every subject and every flag of the filter is said in French', () => {
  const terms = subjects.flatMap((subject) => flags.map(({ name }) => `${subject}: ~${name}`));
  for (const term of terms) {
    const sentences = explain(
      { check: 'learned-filter', outcome: 'hold', traces: [{ field: 'text', term }] },
      'fr',
    );
    expect(sentences).toHaveLength(1);
    expect([term, wordsIn(sentences).filter((word) => englishWords.has(word))]).toEqual([term, []]);
  }
});
