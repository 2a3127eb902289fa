import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { body, bodyBytesMax, UNDO_MAX } from '../../src/api/moderators/undo-decisions.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { FLOOD_MEMORY } from '../../src/comment/policy.ts';
import { createSeal } from '../../src/tokens/seal.ts';
import { createTokens, type UndoStep } from '../../src/tokens/tokens.ts';
import { MINUTE_S, stopClock } from '../clock.ts';
import { anId, aSite, aStored, NOW } from '../storage/with-store.ts';
import { follow } from './follow-stream.ts';
import { CLAIRE } from './people.ts';
import { asModerator, decide, list, submit } from './requests.ts';
import { noFlood, ORIGIN, withBackend } from './with-backend.ts';

const { undo: undoTokens } = createTokens(createSeal(new Uint8Array(32)));
const UNSEEN = 4;
const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 1, unseenMax: UNSEEN } });
/** Publishes strangers too. */
const openPolicy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: UNSEEN } });
const backend = withBackend({ policy, table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(MINUTE_S));
afterAll(() => clock.restart());

let said = 0;
const say = async (article: string, more: object = {}, ip = '192.0.2.1') => {
  said += 1;
  clock.pass(1);
  return (await submit(article, { author: 'Camille', text: `Mot ${said}.`, ...more }, { ip })).json();
};
const rule = async (article: string, id: string, decision: string) => {
  clock.pass(1);
  const answer = await decide(article, id, decision);
  expect(answer.json().results[0].problem).toBeUndefined();
  await follow(backend);
  return answer.json();
};
/** Somebody whose first comment a moderator approved. */
const aRegular = async (article: string) => {
  const { id, visitor } = await say(article);
  const { undo } = await rule(article, id, 'approve');
  return { visitor: visitor as string, first: id as string, undo: undo as string };
};
type Regular = Awaited<ReturnType<typeof aRegular>>;
const shown = async (article: string) => (await list(article)).json().comments.map(({ id }: any) => id);
const trailOf = async (id: string) =>
  (await backend.dump())
    .filter(({ sk }) => sk?.S?.startsWith('E#') && sk.S.includes(id))
    .map(({ by, action, before, after }) => [by?.S, action?.S, before?.S, after?.S].join(' '));

test('what nobody looked at earns nothing, and after some of it a moderator is asked to look', async () => {
  const { visitor } = await aRegular('gare');
  for (let n = 0; n < UNSEEN; n += 1) expect((await say('gare', { visitor })).status).toBe('published');
  await follow(backend);
  expect((await say('gare', { visitor })).status).toBe('pending');
});

test('a burst publishes no more than that, from however many networks, before the stream has told anything', async () => {
  const { visitor } = await aRegular('rafale');
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => say('rafale', { visitor }, `198.51.100.${n}`)),
  );
  expect(answers.filter(({ status }) => status === 'published')).toHaveLength(UNSEEN);
});

test('a look at any comment of theirs opens the way again: approving a published one marks it seen, in the trail', async () => {
  const { visitor } = await aRegular('regard');
  const published = [];
  for (let n = 0; n < UNSEEN; n += 1) published.push((await say('regard', { visitor })).id);
  expect((await say('regard', { visitor })).status).toBe('pending');
  const { undo } = await rule('regard', published[1], 'approve');
  expect(await trailOf(published[1])).toEqual([
    'screening screen  approved',
    `${CLAIRE} approve approved approved`,
  ]);
  const again = await decide('regard', published[1], 'approve');
  expect(again.json().results[0].problem.code).toBe('already-decided');
  expect((await say('regard', { visitor })).status).toBe('published');
  const undone = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  expect(undone.json().results).toMatchObject([{ status: 'approved', version: 3 }]);
});

test('a spam decision takes trust away at once, and what nobody saw off the page; undoing it puts both back', async () => {
  const { visitor, first } = await aRegular('perdu');
  const seen = (await say('perdu', { visitor })).id;
  await rule('perdu', seen, 'approve');
  const [one, two] = [(await say('perdu', { visitor })).id, (await say('autre', { visitor })).id];
  const spam = (await say('perdu', { visitor })).id;

  clock.pass(1);
  const answer = await decide('perdu', spam, 'spam');
  expect(answer.json().results).toHaveLength(1);
  // Before the stream tells anybody.
  expect(await shown('perdu')).toEqual([first, seen]);
  expect(await shown('autre')).toEqual([]);
  expect((await say('perdu', { visitor })).status).toBe('pending');
  await follow(backend);
  expect((await say('perdu', { visitor })).status).toBe('pending');
  expect(await trailOf(two)).toEqual(['screening screen  approved', `${CLAIRE} hold approved pending`]);

  clock.pass(1);
  await asModerator('undo-decisions', { method: 'POST', body: { undo: answer.json().undo } });
  await follow(backend);
  expect(await shown('perdu')).toEqual([first, seen, one, spam]);
  expect(await shown('autre')).toEqual([two]);
  expect((await say('perdu', { visitor })).status).toBe('published');
});

test('what a hundred spam decisions put off the page comes back with one token, however much it was', async () => {
  const article = 'cent';
  const authors = Array.from({ length: 100 }, (_, n) => `1:${String(n).padStart(22, 'S')}`);
  const add = async (n: number, stated: Partial<Comment>) => {
    const comment = aStored({ id: anId(50_000 + n, clock.now()), article, ...stated });
    await backend.store.add(comment);
    return comment.id;
  };
  const spam: string[] = [];
  for (const [n, authorKey] of authors.entries()) {
    for (let m = 1; m < 4; m += 1) await add(4 * n + m, { authorKey, status: 'approved', seen: false });
    spam.push(await add(4 * n, { authorKey }));
  }
  const decisions = spam.map((comment) => ({ article, comment, version: 1, decision: 'spam' }));
  clock.pass(1);
  const { results, undo } = (
    await asModerator('decide-comments', { method: 'POST', body: { decisions } })
  ).json();
  expect(results.filter(({ problem }: any) => problem === undefined)).toHaveLength(100);
  expect(await shown(article)).toEqual([]);

  clock.pass(1);
  const undone = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  expect(
    undone
      .json()
      .results.map(({ status }: any) => status)
      .toSorted(),
  ).toEqual([...Array(300).fill('approved'), ...Array(100).fill('pending')]);
});

test('the longest token there may be is one that may be sent', () => {
  const site = 'x'.repeat(40);
  const steps = Array.from(
    { length: 100 + 100 * FLOOD_MEMORY },
    (_, n): UndoStep => ({
      ...{ article: `${n}${'é'.repeat(2_000)}`, id: anId(1), version: 10, before: 'approved' },
      ...{ seen: true, page: 'hidden', queuedAt: NOW },
    }),
  );
  const undo = undoTokens.issue(site, steps, NOW, UNDO_MAX);
  expect(undoTokens.read(undo, site, NOW)?.length).toBeGreaterThan(100);
  expect(() => body().parse({ undo })).not.toThrow();
  expect(JSON.stringify({ undo }).length).toBeLessThan(bodyBytesMax);
});

describe('before the stream tells anybody, trust is gone with', () => {
  /** Does something to a regular's comments and lets them write at once. */
  const statusAfter = async (article: string, act: (regular: Regular) => Promise<unknown>) => {
    const regular = await aRegular(article);
    await act(regular);
    return (await say(article, { visitor: regular.visitor })).status;
  };
  const at = (article: string) => (id: string, decision: string) => {
    clock.pass(1);
    return decide(article, id, decision);
  };
  const takeBack = async (undo: string) => {
    clock.pass(1);
    const answer = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
    expect(answer.json().results.every(({ problem }: any) => problem === undefined)).toBe(true);
  };

  test('an approval that is undone', async () => {
    expect(await statusAfter('repris', ({ undo }) => takeBack(undo))).toBe('pending');
  });

  test('an approved comment that is rejected', async () => {
    expect(await statusAfter('rejet', ({ first }) => at('rejet')(first, 'reject'))).toBe('pending');
  });

  test('another comment that is rejected, when one approval is all they have', async () => {
    const rejectNext = async ({ visitor }: Regular) =>
      at('autre')((await say('autre', { visitor })).id, 'reject');
    expect(await statusAfter('autre', rejectNext)).toBe('pending');
  });

  test('a look at a published comment that is undone, when nothing else was looked at', async () => {
    await backend.store.saveSite(aSite({ policy: openPolicy, origins: [ORIGIN] }), 1);
    const { id, visitor } = await say('vu');
    const { undo } = await rule('vu', id, 'approve');
    await backend.store.saveSite(aSite({ policy, origins: [ORIGIN] }), 2);
    await takeBack(undo);
    expect((await say('vu', { visitor })).status).toBe('pending');
  });

  test('none of them once the stream has told, when enough is left', async () => {
    const { visitor, first } = await aRegular('reste');
    const { id } = await say('reste', { visitor });
    await rule('reste', id, 'approve');
    await rule('reste', (await say('reste', { visitor })).id, 'approve');
    await at('reste')(first, 'reject');
    expect((await say('reste', { visitor })).status).toBe('pending');
    await follow(backend);
    expect((await say('reste', { visitor })).status).toBe('published');
  });
});

test('refusals count against what was approved', async () => {
  const { visitor } = await aRegular('refus');
  const { id } = await say('refus', { visitor });
  await rule('refus', id, 'reject');
  const held = await say('refus', { visitor });
  expect(held.status).toBe('pending');
  await rule('refus', held.id, 'approve');
  expect((await say('refus', { visitor })).status).toBe('published');
});

test('a regular is published whatever strangers beside them send, and a filled hidden field alone holds them', async () => {
  const { visitor } = await aRegular('voisin');
  for (let n = 0; n < 36; n += 1) await say('voisin', { author: `Voisin ${n}` });
  expect((await say('voisin', { visitor })).status).toBe('published');
  const held = await say('voisin', { visitor, contact_me: 'camille@example.org' });
  const { comments } = (
    await asModerator('list-article-comments', { article: 'voisin', query: 'limit=100' })
  ).json();
  expect(comments.find(({ id }: any) => id === held.id).status).toBe('pending');
});

test('between two looks, whatever is sent and decided, no more is published than may be unseen, and nothing without trust', async () => {
  const moves = fc.array(fc.constantFrom('say', 'say', 'say', 'approve', 'reject', 'spam'), {
    maxLength: 16,
  });
  let articles = 0;
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      articles += 1;
      const article = `suite-${articles}`;
      const { visitor } = await aRegular(article);
      const author = { approved: 1, refused: 0, spam: 0, unseen: 0 };
      const open: string[] = [];
      for (const move of all) {
        if (move === 'say') open.push(await told(article, author, visitor));
        else if (open.length > 0) await ruled(article, author, open.shift() ?? '', move);
      }
    }),
    { numRuns: 12, seed: 31 },
  );
});

/** What the rules say of an author, counted anew. */
type Author = { approved: number; refused: number; spam: number; unseen: number };

const told = async (article: string, author: Author, visitor: string): Promise<string> => {
  const { id, status } = await say(article, { visitor });
  const isTrusted = author.spam === 0 && author.approved - author.refused >= 1;
  expect(status).toBe(isTrusted && author.unseen < UNSEEN ? 'published' : 'pending');
  author.unseen += 1;
  return id;
};

const ruled = async (article: string, author: Author, id: string, decision: string) => {
  await rule(article, id, decision);
  author.unseen = 0;
  if (decision === 'approve') author.approved += 1;
  else author.refused += 1;
  if (decision === 'spam') author.spam += 1;
};
