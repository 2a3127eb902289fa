import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import { invoke } from './functions.ts';
import { withBackend } from './with-backend.ts';

const backend = withBackend({ table: 'of-test' });

const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM = 'application/problem+json';
const HTML = 'text/html; charset=utf-8';

const answers = (statusCode: number, type: string, body: unknown = {}) => ({ statusCode, type, body });
const problem = (status: number, code: string) => answers(status, PROBLEM, { status, code });
const nothing = { count: 0, oldestAt: null, oldestAgeS: null };

/** What the function of each name says to its event, on a site where nothing happened yet. */
const expected: Readonly<Record<string, object>> = {
  'answer-preflight': { statusCode: 204 },
  'check-health': answers(200, JSON_TYPE, { status: 'ok' }),
  'count-comments': answers(200, JSON_TYPE, { counts: { 'gare-de-lyon': 0, budget: 0 } }),
  'decide-comments': answers(200, JSON_TYPE, { results: [{ problem: { code: 'comment-not-found' } }] }),
  'describe-api': answers(200, JSON_TYPE, { openapi: expect.stringMatching(/^3[.]1/) }),
  'list-article-comments': answers(200, JSON_TYPE, { comments: [], next: null, examined: 0, partial: false }),
  'edit-comment': problem(404, 'comment-not-found'),
  'reply-to-comment': problem(404, 'comment-not-found'),
  'list-comments': answers(200, JSON_TYPE, { article: 'gare-de-lyon', count: 0, comments: [], next: null }),
  'list-queue': answers(200, JSON_TYPE, { comments: [], next: null }),
  'list-queues': answers(200, JSON_TYPE, {
    queues: { pending: nothing, reported: nothing, spam: nothing, appeals: nothing },
    surges: [],
  }),
  'open-form': answers(200, JSON_TYPE, { formToken: expect.any(String), mode: 'open' }),
  'read-article': answers(200, JSON_TYPE, { id: 'gare-de-lyon', count: 0 }),
  'list-audit': answers(200, JSON_TYPE, { entries: [], next: null, partial: false }),
  'read-stats': answers(200, JSON_TYPE, { comments: 0, spamShare: null, members: [] }),
  'read-learning': answers(200, JSON_TYPE, { site: 'demo', generation: 0, periods: [] }),
  'read-policy': answers(200, JSON_TYPE, { policy: { text: { charactersMax: 10_000 } } }),
  'preview-entry': answers(200, JSON_TYPE, { reading: 'prefix', compared: 0, comments: [] }),
  'serve-embed': answers(200, 'text/javascript; charset=utf-8'),
  'describe-embed': answers(200, JSON_TYPE, { integrity: { script: 'sha384-a', style: 'sha384-b' } }),
  'serve-style': answers(200, 'text/css; charset=utf-8'),
  'serve-moderation': answers(200, HTML),
  'serve-asset': problem(404, 'route-not-found'),
  'refuse-route': problem(404, 'route-not-found'),
  'render-comments': answers(200, HTML),
  'render-atom': answers(200, 'application/atom+xml; charset=utf-8'),
  'render-json-feed': answers(200, 'application/feed+json; charset=utf-8', { items: [] }),
  'render-json-ld': answers(200, 'application/ld+json; charset=utf-8', { commentCount: 0, comment: [] }),
  'show-receipt': problem(404, 'receipt-not-found'),
  'answer-receipt-preflight': { statusCode: 204 },
  'revise-comment': problem(404, 'receipt-not-found'),
  'withdraw-comment': problem(404, 'receipt-not-found'),
  'appeal-decision': problem(404, 'receipt-not-found'),
  'export-comments': problem(404, 'receipt-not-found'),
  'erase-comments': problem(404, 'receipt-not-found'),
  'undo-decisions': problem(400, 'invalid-undo'),
  'forget-networks': { forgotten: 0, finished: true },
  'purge-expired': { looked: 0, removed: 0, finished: true },
  'reconcile-counts': { drift: 0, repaired: 0, finished: true },
  'change-article': answers(200, JSON_TYPE, { id: 'gare-de-lyon', mode: 'premoderated', version: 1 }),
  'change-policy': answers(200, JSON_TYPE, { policy: { links: { holdFrom: 3 } }, version: 2 }),
  'list-policy-versions': answers(200, JSON_TYPE, { versions: [], next: null }),
  'roll-back-policy': problem(404, 'policy-version-not-found'),
  'backtest-policy': answers(200, JSON_TYPE, { counts: [], wrong: [], next: null }),
  'reset-learning': answers(200, JSON_TYPE, { site: 'demo', damaged: false, periods: [] }),
  'relax-surges': answers(200, JSON_TYPE, { ended: [] }),
  'submit-comment': answers(202, JSON_TYPE, { status: 'pending', receipt: expect.any(String) }),
  'read-membership': answers(200, JSON_TYPE, { member: { name: 'claire', role: 'admin' } }),
  'list-members': answers(200, JSON_TYPE, { members: expect.any(Array) }),
  'add-member': answers(201, JSON_TYPE, { invitation: { token: expect.any(String) } }),
  'change-member': problem(404, 'member-not-found'),
  'remove-member': problem(404, 'member-not-found'),
  'join-team': problem(422, 'invalid-id-token'),
  'serve-settings': answers(200, JSON_TYPE, { issuer: '', tokenUse: 'access', scope: 'openid email' }),
  'report-comment': problem(404, 'comment-not-found'),
  'open-report': { statusCode: 404 },
  'list-bans': answers(200, JSON_TYPE, { bans: [] }),
  'add-ban': answers(201, JSON_TYPE, { kind: 'domain', label: 'spam.example', effect: 'ban' }),
  'list-reports': answers(200, JSON_TYPE, { reports: [] }),
  'mute-reporter': answers(200, JSON_TYPE, { muted: true }),
  'lift-ban': problem(404, 'ban-not-found'),
  'read-feed': answers(200, JSON_TYPE, { since: null }),
  'make-feed': answers(201, JSON_TYPE, { url: expect.stringContaining('/v1/sites/demo/feeds/') }),
  'drop-feed': answers(200, JSON_TYPE, { since: null }),
  'show-feed': problem(404, 'route-not-found'),
  'follow-changes': { batchItemFailures: [] },
};

const readEvent = (name: string) => JSON.parse(readFileSync(`events/${name}.json`, 'utf8'));
const names = globSync('events/*.json').map((path) => basename(path, '.json'));

test('every event there is stands here', () => {
  expect(Object.keys(expected).toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(expected))('%s answers its event', async (name, answer) => {
  const { headers, body, ...rest } = await invoke(name, readEvent(name));
  const type = headers?.['content-type'];
  expect({ ...rest, type, body: /json/.test(type) ? JSON.parse(body) : {} }).toMatchObject(answer);
});

test('reading changes nothing', async () => {
  const reads = names.filter((name) => readEvent(name).requestContext?.http.method === 'GET');
  expect(reads.length).toBeGreaterThan(10);
  for (const name of ['submit-comment', 'change-article', 'change-policy', 'follow-changes'])
    await invoke(name, readEvent(name));
  const before = await backend.dump();
  for (const name of reads) await invoke(name, readEvent(name));
  expect(await backend.dump()).toEqual(before);
});

test.each(['purge-expired', 'forget-networks', 'reconcile-counts'])(
  '%s takes no event of another schedule, and nothing that looks like a request',
  async (name) => {
    const request = readEvent('check-health');
    const body = JSON.stringify({ job: name, dryRun: false });
    for (const event of [{ job: 'another' }, {}, null, { ...request, job: name }, { ...request, body }])
      await expect(invoke(name, event)).rejects.toThrow();
  },
);

test('a request whose body is an event of the stream or of a schedule is a request with a bad body', async () => {
  const submission = readEvent('submit-comment');
  for (const other of ['follow-changes', 'purge-expired']) {
    const body = JSON.stringify(readEvent(other));
    expect(await invoke('submit-comment', { ...submission, body })).toMatchObject({ statusCode: 422 });
  }
});
