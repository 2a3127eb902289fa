import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { articleModes } from '../../../src/comment/article.ts';
import { FLOOD_MEMORY, NETWORK_MEMORY, type Policy } from '../../../src/comment/policy.ts';
import { refusalCodes } from '../../../src/comment/refusal.ts';
import type { Check, Evidence, FormProof } from '../../../src/screening/check.ts';
import { abusiveWords } from '../../../src/screening/checks/abusive-words.ts';
import { formToken } from '../../../src/screening/checks/form-token.ts';
import { checks } from '../../../src/screening/checks/index.ts';
import { shippedModel } from '../../../src/screening/filter/model/shipped-model.ts';
import { TRACES_MAX } from '../../../src/screening/screen.ts';
import { codePoint, someWebAddress } from '../../characters.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { aDraft, anEvidence, aPolicy, NOW } from '../../make.ts';

/** Checks that may only point something out. */
const pointsOut: readonly Check[] = [abusiveWords, formToken];
/** Fields of a draft, and what else comes along with one. */
const FIELDS = ['article', 'author', 'email', 'text', 'url', 'formToken', 'proof', 'honeypot', 'visitor'];

const pieces = [
  ...[
    'http://',
    'https://a.fr/',
    'www.',
    '//',
    'mailto:',
    'a@',
    '.com',
    '[url=',
    '<a href="',
    'xn--',
    '.',
    '-',
  ],
  ...['a', 'É', 'ß', 'ﬁ', '漢', 'क्', 'می', '한', '😀', '👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '*', '/', ':', '[', ' ', '\n'],
  ...['\u0301', '\u200B', '\u200D', '\u00AD', '\u202E', '\u2067', '\u2069', '\u2800', '\u3164', '\uFE0F'],
  ...['\u{E0061}', '\uFDFA', '\0', '\uD800', '\uDC00', '\uFFFE'],
];
const someText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: codePoint, maxLength }),
    fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join('')),
    fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units)),
  );
const longText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').repeat(10_000).slice(0, 10_000));
const term = fc.oneof(
  someText(20),
  fc.constantFrom(
    '*',
    '**',
    'a*a*a*b',
    '*.fr',
    '*@*',
    'a.fr',
    '192.0.2.*',
    '192.0.2.0/24',
    '::/0',
    '/',
    '1:2',
    '%',
  ),
);
const list = fc.record({
  words: fc.array(term, { maxLength: 20 }),
  emails: fc.array(term, { maxLength: 20 }),
  domains: fc.array(term, { maxLength: 20 }),
  networks: fc.array(term, { maxLength: 20 }),
});
const limit = fc.option(fc.integer({ min: 1, max: FLOOD_MEMORY }));
const percent = fc.option(fc.double({ min: 0.01, max: 20, noNaN: true }));
const somePolicy: fc.Arbitrary<Policy> = fc
  .record({
    firstComment: fc.record({ approvedMin: fc.nat(3), unseenMax: limit }),
    links: fc.record({ holdFrom: fc.integer({ min: 1, max: 5 }) }),
    flood: fc.record({
      ...{ pauseS: limit, per10Min: limit, perDay: limit },
      ...{ networkHoldPer10Min: limit, networkPer10Min: limit, siteHoldPer10Min: limit, sitePer10Min: limit },
    }),
    formToken: fc.record({ minS: fc.nat(10), maxH: fc.nat(48) }),
    learnedFilter: fc.record({ holdPercent: percent, spamPercent: percent }),
    authorPages: fc.record({ shownAfter: fc.nat(3), holdFrom: fc.option(fc.integer({ min: 2, max: 30 })) }),
    author: fc.record({ reservedNames: fc.array(term, { maxLength: 20 }) }),
    surge: fc.record({
      ...{
        sharePercent: fc.option(fc.integer({ min: 10, max: 100 })),
        comments: fc.integer({ min: 5, max: 90 }),
      },
      ...{ windowMin: fc.integer({ min: 1, max: 60 }), relaxMin: fc.integer({ min: 1, max: 1440 }) },
    }),
    abusiveWords: fc.record({ hold: fc.boolean() }),
    nearDuplicate: fc.record({ withinH: fc.nat(48), bitsMax: fc.nat(64), shards: fc.constant(1) }),
    blocked: list,
    suspect: list,
    text: fc.record({
      charactersMin: fc.nat(50),
      charactersMax: fc.integer({ min: 50, max: 10_000 }),
      wordMax: fc.integer({ min: 1, max: 200 }),
      capitalsMax: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  })
  .map(aPolicy);
const someForm: fc.Arbitrary<FormProof> = fc.oneof(
  fc.record({ state: fc.constantFrom('missing' as const, 'forged' as const) }),
  fc.record({
    state: fc.constant('genuine' as const),
    ageS: fc.double({ noNaN: true }),
    used: fc.constantFrom('no' as const, 'here' as const, 'elsewhere' as const),
  }),
);
const someEvidence: fc.Arbitrary<Evidence> = fc.record({
  draft: fc
    .record(
      {
        author: someText(30),
        text: fc.oneof({ weight: 4, arbitrary: someText(300) }, { weight: 1, arbitrary: longText }),
        email: someText(30),
        url: fc.oneof(someText(30), someWebAddress),
      },
      { requiredKeys: ['author', 'text'] },
    )
    .map(aDraft),
  policy: somePolicy,
  language: fc.constantFrom('fr', 'en'),
  now: fc.constant(NOW),
  mode: fc.constantFrom(...articleModes),
  author: fc.record({
    proven: fc.boolean(),
    approved: fc.nat(5),
    refused: fc.nat(5),
    spam: fc.nat(1),
    unseen: fc.nat(12),
  }),
  form: someForm,
  honeypot: someText(20),
  address: fc.oneof(fc.ipV4(), fc.ipV6(), someText(20)),
  earlier: fc
    .array(fc.integer({ min: NOW - 90_000_000, max: NOW }), { maxLength: FLOOD_MEMORY })
    .map((times) => times.sort((a, b) => b - a)),
  neighbours: fc
    .array(fc.integer({ min: NOW - 90_000_000, max: NOW }), { maxLength: NETWORK_MEMORY })
    .map((times) => times.sort((a, b) => b - a)),
  siteRecent: fc.nat(400),
  surge: fc.record({ where: fc.constantFrom('site', 'article'), sharePercent: fc.nat(100) }),
  proof: fc.constantFrom('missing', 'wrong', 'expired', 'used', 'right'),
  resembling: fc.array(
    fc.record({
      bits: fc.nat(64),
      same: fc.boolean(),
      sameVisitor: fc.boolean(),
      sameArticle: fc.boolean(),
      agoMs: fc.nat(200_000_000),
    }),
    { maxLength: 36 },
  ),
  page: fc.record({
    ...{ owner: someText(250), names: fc.integer({ min: 1, max: 49 }) },
    ...{ articles: fc.integer({ min: 1, max: 49 }), spam: fc.nat(3) },
  }),
  model: fc.constant(shippedModel()),
  learned: fc.constant([]),
});

const ordinary = [
  'Le train est en retard, comme d’habitude. Merci à la SNCF pour ce beau lundi !',
  'Bravo pour cet article : clair, précis et (enfin) sourcé. J’attends la suite avec impatience…',
  'Je ne suis pas d’accord avec M. Le Bihan.\n\nLa mairie a dit 12,5 M€ en 2024, pas 15 ; voir https://www.example.fr/budget',
  'La CGT et FO appellent à la grève, la CFDT non. Qui croire ?',
  "I grew up two streets from there. It's sad to see the old cinema go, but 40 flats are 40 flats.",
  'Great piece 👏🏽👨‍👩‍👧‍👦 — my grandmother was on that boat 🇫🇷🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️',
  'أتفق مع الكاتب تماماً، شكراً على هذا المقال.',
  'این مقاله را می‌خوانم و خیلی خوب است، متشکرم.',
  'क्या यह सच है? बहुत अच्छा लेख, धन्यवाद।',
  '这篇文章写得很好，我完全同意作者的观点，希望以后能看到更多这样的报道。',
  'この記事はとても分かりやすかったです。続きを楽しみにしています。',
];

describe.each(checks.map((check) => [check.name, check] as const))('%s', (_name, check) => {
  test('stays within bounds on any evidence, gives a reason when it refuses, and answers the same twice', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const { model: _, ...given } = evidence;
        const before = structuredClone(given);
        const said = check.run(evidence);

        expect(check.run(evidence)).toEqual(said);
        expect(given).toEqual(before);
        if (said === undefined) return;
        expect(pointsOut.includes(check) || said.outcome !== 'approve').toBe(true);
        expect(said.score).toBeGreaterThan(0);
        expect(said.score).toBeLessThanOrEqual(1);
        expect(said.traces.length).toBeGreaterThan(0);
        expect(said.traces.length).toBeLessThanOrEqual(TRACES_MAX);
        for (const { field } of said.traces) expect(FIELDS).toContain(field);
        expect(said.outcome === 'refuse').toBe(said.refusal !== undefined);
        if (said.refusal) expect(refusalCodes).toContain(said.refusal.code);
      }),
      { numRuns: 150 },
    );
  });

  test.each(ordinary)('does not object to: %s', (text) => {
    expect(check.run(anEvidence({ draft: aDraft({ text }) }))).toBeUndefined();
  });

  // Thirty times the longest text: a check that backtracks would take more than a minute.
  test.each([
    ...[
      'http://',
      'a@',
      'www.',
      'a.',
      '.-',
      'a.co ',
      'ahttp://a.com/*',
      '=漢'.repeat(15),
      '[[<a href=',
      '+1',
      '$|',
    ],
    ...['é\u034F', 'A\u200B', '\u2800', '\u2067', '\u{E0061}', '\uFDFA'],
  ])('reads a text of nothing but %j once', (piece) => {
    const lists = { words: ['a*a*a*b'], emails: ['*a@*b'], domains: ['*a*b.fr'], networks: ['192.0.2.*'] };
    const policy = aPolicy({ blocked: lists });
    const filled = piece.repeat(300_000).slice(0, 300_000);
    const spent = cpuMsOf(() => {
      for (const before of [' a', 'http://'])
        check.run(anEvidence({ draft: aDraft({ text: before + filled }), policy }));
    });

    expect(spent).toBeLessThan(4_000);
  });
});
