import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { demoArticles } from '../../../local/demo/articles/articles.ts';
import { demoSite } from '../../../local/demo/demo-site.ts';
import { planOf } from '../../../local/demo/seed/plan.ts';
import type { Comment, CommentId } from '../../../src/comment/comment.ts';
import { timeOf } from '../../../src/comment/comment-id.ts';
import { listingOf } from '../../../src/comment/queue.ts';
import { isBlatant } from '../../../src/comment/verdict.ts';
import { itemToComment } from '../../../src/storage/dynamodb/codecs/comment-item.ts';
import { EVENT_PREFIX } from '../../../src/storage/dynamodb/keys.ts';
import { problemsOf } from '../../cli/recount.ts';
import { dump, openFolder } from '../../cli/with-site.ts';
import { withFolder } from '../with-folder.ts';
import { end, type Started, start, until } from '../with-server.ts';

const folder = withFolder();
const WITH_DEMO = { DEMO: 'on' };
const DAY_MS = 86_400_000;
let server: Started | undefined;
afterEach(async () => {
  if (server && server.process.exitCode === null && !server.process.killed) await end(server, 'SIGKILL');
});

/** How many comments the checks and the moderator leave in each state, and where they are listed. */
const STATES = {
  'approved nowhere': 109,
  'pending pending': 9,
  'rejected rejected': 4,
  'spam spam': 4,
  'spam nowhere': 4,
};

const noteOf = (dataDir: string) => readFileSync(join(dataDir, 'demo.json'), 'utf8');
const stepOf = (dataDir: string) => {
  const note = noteOf(dataDir);
  return note === 'done' ? Number.POSITIVE_INFINITY : (JSON.parse(note) as { next: number }).next;
};
/** Lets a server write the demo up to some step, and ends it by a signal. */
const seed = async (dataDir: string, upTo: number, signal: NodeJS.Signals) => {
  server = await start(dataDir, WITH_DEMO);
  await until(
    async () => stepOf(dataDir),
    (step) => step >= upTo,
  );
  if (upTo === Number.POSITIVE_INFINITY) await counted(dataDir);
  await end(server, signal);
};
/** Waits for the stream's function, though not for ever: what it never gets right is told by the test. */
const counted = async (dataDir: string) => {
  const end = performance.now() + 300_000;
  await until(
    () => problemsIn(dataDir),
    (found) => found.length === 0 || performance.now() > end,
  );
};
const itemsIn = async (dataDir: string) => {
  const opened = openFolder(dataDir);
  try {
    return await dump(opened);
  } finally {
    opened.close();
  }
};
const problemsIn = async (dataDir: string) => problemsOf(await itemsIn(dataDir), demoSite.id);
const commentsIn = async (dataDir: string): Promise<readonly Comment[]> =>
  (await itemsIn(dataDir)).filter(({ sk }) => sk?.S?.startsWith('C#')).map(itemToComment);
/** When the site was made, by its trail, which is told from there on. */
const madeAt = async (dataDir: string): Promise<number> => {
  const made = (await itemsIn(dataDir)).find(({ action }) => action?.S === 'create-site');
  return timeOf(made?.sk?.S?.slice(EVENT_PREFIX.length) as CommentId);
};
const tallyOf = (comments: readonly Comment[]) =>
  Object.fromEntries(
    Object.entries(
      Object.groupBy(comments, (comment) => `${comment.status} ${listingOf(comment) ?? 'nowhere'}`),
    ).map(([name, of = []]) => [name, of.length]),
  );

test('the demo holds 130 comments of eight articles, and nobody answers what is not there or comes later', () => {
  const steps = planOf(0).filter(({ kind }) => kind === 'submit');
  const ids = steps.map(({ comment }) => comment.id);
  expect([steps.length, new Set(ids).size]).toEqual([130, 130]);
  expect(new Set(steps.map(({ comment }) => comment.article.slug)).size).toBe(8);
  expect(new Set(steps.map(({ comment }) => comment.text)).size).toBe(130);
  for (const [place, { comment }] of steps.entries())
    if (comment.to !== undefined)
      expect([comment.id, ids.slice(0, place).includes(comment.to)]).toEqual([comment.id, true]);
});

test('a folder gets comments in every state, of the last days, rightly counted and none twice, however often the writing was cut off', async () => {
  const dataDir = join(folder, 'new');
  for (const step of [1, 90]) await seed(dataDir, step, 'SIGKILL');
  await seed(dataDir, 150, 'SIGTERM');
  await seed(dataDir, Number.POSITIVE_INFINITY, 'SIGTERM');
  const comments = await commentsIn(dataDir);
  expect(comments).toHaveLength(130);
  expect(new Set(comments.map(({ text }) => text)).size).toBe(130);
  expect(await problemsIn(dataDir)).toEqual([]);
  expect(await madeAt(dataDir)).toBeLessThan(Math.min(...comments.map(({ createdAt }) => createdAt)));
  expect(tallyOf(comments)).toEqual(STATES);
  for (const { slug: article } of demoArticles.filter(({ paragraphs }) => paragraphs.length > 2)) {
    const states = tallyOf(comments.filter((comment) => comment.article === article));
    for (const state of [
      'approved nowhere',
      'pending pending',
      'rejected rejected',
      'spam spam',
      'spam nowhere',
    ])
      expect([article, state, states[state] ?? 0]).toEqual([article, state, expect.any(Number)]);
    expect(Object.keys(states).sort()).toEqual(Object.keys(STATES).sort());
  }
  // What no moderator looked at, what one did, and what the checks objected to, in many ways.
  const approved = comments.filter(({ status }) => status === 'approved');
  expect(new Set(approved.map(({ seen }) => seen)).size).toBe(2);
  expect(comments.some(({ verdict }) => isBlatant(verdict))).toBe(true);
  const objections = new Set(
    comments.flatMap(({ verdict }) =>
      verdict.findings.filter(({ outcome }) => outcome !== 'approve').map(({ check }) => check),
    ),
  );
  for (const check of ['first-comment', 'honeypot', 'learned-filter', 'links', 'shouting', 'staff'])
    expect([check, objections.has(check)]).toEqual([check, true]);
  const ages = comments.map(({ createdAt }) => (Date.now() - createdAt) / DAY_MS);
  expect(Math.min(...ages)).toBeLessThan(1);
  expect(Math.max(...ages)).toBeGreaterThan(4);
  expect(comments.filter(({ parent }) => parent !== undefined).length).toBeGreaterThan(50);

  // The next start finds everything.
  await seed(dataDir, Number.POSITIVE_INFINITY, 'SIGTERM');
  expect((await commentsIn(dataDir)).map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
});

test('a folder that was started without the demo has data, and is left as it is', async () => {
  const dataDir = join(folder, 'without');
  server = await start(dataDir);
  await end(server, 'SIGTERM');
  server = await start(dataDir, WITH_DEMO);
  await end(server, 'SIGTERM');
  expect(existsSync(join(dataDir, 'demo.json'))).toBe(false);
  expect(await commentsIn(dataDir)).toEqual([]);
});
