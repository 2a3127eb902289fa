import { expect, test } from '@jest/globals';
import { decisionResult, queuesView } from '../../src/api/moderator-views.ts';
import { commentList, countsView, submittedView } from '../../src/api/reader-views.ts';
import { receiptView } from '../../src/api/receipts/receipt-views.ts';
import { articleComment, queuedComment } from '../../src/api/rows/row-views.ts';
import { unknownArticle } from '../../src/comment/article.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { statuses } from '../../src/comment/status.ts';
import { aComment, aPolicy, NOW } from '../make.ts';

const LINK = 'https://www.example.fr/?p=12';
const secrets = {
  emailKey: '1:canary',
  networkKey: '1:canary',
  fingerprint: 'canary',
};
const comment = aComment({ ...secrets, status: 'approved', text: '<b>' });

test('everybody sees a comment without anything its author did not mean to show', () => {
  const list = commentList(
    { id: 'a', count: 3, timeZone: 'Europe/Paris', ...defaultPolicy.display },
    { items: [comment], next: 'sealed' },
  );
  expect(list).toEqual({
    article: 'a',
    count: 3,
    closed: false,
    depthMax: 5,
    timeZone: 'Europe/Paris',
    comments: [
      {
        id: comment.id,
        parent: null,
        thread: comment.id,
        author: comment.author,
        url: null,
        text: '<b>',
        html: '<p dir="auto">&lt;b&gt;</p>',
        createdAt: '2026-05-12T09:30:00.000Z',
        staff: false,
        edited: null,
        withdrawn: false,
        removed: false,
        depth: 1,
        identicon: null,
      },
    ],
    next: 'sealed',
    previous: null,
  });
  expect(
    commentList({ id: 'a', count: 0, timeZone: 'UTC', ...defaultPolicy.display }, { items: [] }).next,
  ).toBeNull();
});

test('moderators see what checks objected to, the author’s history and the comment answered, and nobody’s e-mail or network', () => {
  const finding = {
    check: 'links',
    version: 1,
    outcome: 'hold' as const,
    score: 0.5,
    traces: [{ field: 'text', term: 'https://a.example/' }],
    ms: 0.123456,
  };
  const silent = { check: 'flood', outcome: 'approve' as const, traces: [] };
  const other = aComment({
    ...secrets,
    id: '01KRDPGZQ0N7V3T2Y4M6C8E9FB' as Comment['id'],
    text: 'Vingt-six\n places',
  });
  const held = aComment({
    ...secrets,
    authorRecord: { approved: 2, refused: 1 },
    verdict: { outcome: 'hold', findings: [{ ...finding, ...silent }, finding] },
    expiresAt: NOW + 1_000,
    parent: other.id,
  });
  const around = {
    articles: new Map([[held.article, { ...unknownArticle('demo', held.article), title: 'T', link: LINK }]]),
    authors: new Map(),
    answered: new Map([[other.id, other]]),
  };
  const showing = {
    site: { origins: [new URL(LINK).origin] },
    language: 'en',
    around,
    isWhole: false,
  } as const;
  const queued = queuedComment(held, showing);
  const { traces, ...rest } = finding;
  expect(queued).toMatchObject({
    article: { id: held.article, title: 'T', link: LINK },
    author: {
      name: held.author,
      url: null,
      key: '1:author',
      approved: 2,
      refused: 1,
      firstSeenAt: null,
      last: null,
    },
    answers: { id: other.id, author: other.author, excerpt: 'Vingt-six places', status: 'pending' },
    terms: [{ field: 'text', term: 'https://a.example/' }],
    language: 'fr',
    verdict: { outcome: 'hold', findings: [{ ...rest, ms: 0.123, evidence: traces }] },
    since: '2026-05-12T09:30:00.000Z',
    expiresAt: '2026-05-12T09:30:01.000Z',
    version: 1,
  });
  expect(queuedComment(held, { ...showing, isWhole: true }).verdict.findings).toHaveLength(2);
  expect(articleComment(held, showing)).toMatchObject({
    status: 'pending',
    thread: held.id,
    author: { name: held.author },
  });
  expect(JSON.stringify([queued, articleComment(held, showing)])).not.toContain('canary');
});

test('queues say how many wait and how long the oldest does', () => {
  const none = { count: 0 };
  const at = { policy: aPolicy(), now: NOW };
  const states = { pending: { count: 2, oldest: NOW - 90_500 }, reported: none, spam: none, appeals: none };
  expect(queuesView({ queues: states, blatant: 3, surges: [], decidedAt: NOW }, at)).toMatchObject({
    lastDecisionAt: '2026-05-12T09:30:00.000Z',
  });
  expect(queuesView({ queues: states, blatant: 3, surges: [] }, at).queues).toMatchObject({
    pending: { count: 2, oldestAt: '2026-05-12T09:28:29.500Z', oldestAgeS: 90 },
    spam: { count: 0, oldestAt: null, oldestAgeS: null, blatant: 3 },
  });
});

test('an author is told where a published comment stands, and cannot tell spam from waiting', () => {
  const told = (status: (typeof statuses)[number]) =>
    submittedView({
      comment: { ...comment, status },
      display: { markdown: true },
      receipt: 'r',
      visitor: 'v',
      baseUrl: 'https://api.example',
      link: LINK,
    });
  expect(told('approved')).toMatchObject({
    status: 'published',
    html: '<p dir="auto">&lt;b&gt;</p>',
    links: { receipt: 'https://api.example/r/r', self: `${LINK}&around=${comment.id}#comment-${comment.id}` },
  });
  expect(told('spam')).toEqual(told('pending'));
  expect(told('pending').links).toEqual({ receipt: 'https://api.example/r/r' });
});

test('a receipt never says that spam was found out', () => {
  const view = (status: (typeof statuses)[number]) =>
    receiptView({ ...comment, status }, { article: { link: LINK } });
  expect(statuses.map((status) => view(status).status)).toEqual([
    'pending',
    'published',
    'not-published',
    'pending',
    'withdrawn',
  ]);
  expect(view('spam')).toEqual(view('pending'));
  expect(JSON.stringify(view('approved'))).not.toContain('canary');
});

test('each decision ends in the comment as it is now or in its own problem', () => {
  const ref = { article: 'a', id: comment.id };
  expect(decisionResult(ref, comment)).toEqual({
    article: 'a',
    comment: comment.id,
    status: 'approved',
    version: 1,
  });
  expect(decisionResult(ref, new Refusal('already-decided', 'It is.'))).toMatchObject({
    comment: comment.id,
    problem: { code: 'already-decided', status: 409 },
  });
});

test('counts keep whatever names articles have', () => {
  expect(
    JSON.stringify(
      countsView(
        new Map([
          ['__proto__', 1],
          ['a', 0],
        ]),
      ),
    ),
  ).toBe('{"counts":{"__proto__":1,"a":0}}');
});
