import { expect, test } from '@jest/globals';
import { stopClock } from '../../clock.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, ofReceipt, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

const clock = stopClock();
const backend = withBackend({ policy: { ...noFlood, blocked: { ...noFlood.blocked, words: ['casino'] } } });

const draft = { author: 'Odile', text: 'La halle rouvre enfin, et le marché avec elle.' };
let said = 0;
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  return (await submit(article, { ...draft, ...more }, { ip: `198.51.100.${said % 250}` })).json();
};
const queue = async (query: string, name: string) =>
  (await asModerator('list-queue', { params: { queue: name }, query })).json();
const found = async (query: string) => (await asModerator('list-article-comments', { query })).json();

test('blatant spam is counted, and listed with its article', async () => {
  const { id } = await say('pub', { author: 'Casino', text: 'Le meilleur casino !', contact_me: 'x' });
  const sent = await say('pub', { text: 'Bien vu.' });
  await decide('pub', sent.id, 'approve');
  await follow(backend);
  const { queues, lastDecisionAt } = (await asModerator('list-queues')).json();
  expect(Date.parse(lastDecisionAt)).toBeGreaterThan(0);
  const listed = await found('article=pub&status=spam');
  expect(listed.comments.map((one: any) => one.id)).toEqual([id]);
  expect(queues.spam).toMatchObject({ count: 0, blatant: 1 });
});

test('what was published or decided last comes first, with who did it, once each', async () => {
  const first = await say('halle');
  await decide('halle', first.id, 'approve');
  const rejected = await say('suite', { text: 'À refuser.' });
  clock.pass(1);
  await decide('suite', rejected.id, 'reject', { reason: 'off-topic' });
  clock.pass(1);
  await decide('suite', rejected.id, 'restore');
  await follow(backend);
  const { comments } = await queue('', 'recent');
  expect(comments[0]).toMatchObject({
    id: rejected.id,
    status: 'pending',
    decided: { action: 'restore', by: 'claire' },
  });
  expect(comments.filter(({ id }: any) => id === rejected.id)).toHaveLength(1);
  const approved = comments.find(({ id }: any) => id === first.id);
  expect(approved.decided).toMatchObject({ action: 'approve', by: 'claire', reason: null });
  expect((await queue('article=halle', 'recent')).comments.map(({ id }: any) => id)).toEqual([first.id]);
});

test('each comment stands once over all pages, where its newest decision is, whatever was done to it later', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await say('pages', { text: `À décider, le numéro ${n}.` })).id);
  const decideNext = async (id: string | undefined, decision: string) => {
    clock.pass(1);
    return decide('pages', String(id), decision);
  };
  for (const id of ids) await decideNext(id, 'approve');
  await decideNext(ids[0], 'reject');
  await decideNext(ids[0], 'restore');
  const { undo } = (await decideNext(ids[2], 'reject')).json();
  clock.pass(1);
  await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await decideNext(ids[1], 'reject');
  await follow(backend);

  const listed: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: any = await queue(`article=pages&limit=1${cursor && `&cursor=${cursor}`}`, 'recent');
    listed.push(...page.comments.map(({ id, decided }: any) => [id, decided.action]));
    cursor = page.next;
  }
  expect(listed).toEqual([
    [ids[1], 'reject'],
    [ids[2], 'undo'],
    [ids[0], 'restore'],
  ]);
});

test('a comment that its author erased stands once as well', async () => {
  const { id, receipt } = await say('efface', { text: 'Bientôt effacé.' });
  for (const decision of ['approve', 'reject', 'approve']) {
    clock.pass(1);
    await decide('efface', id, decision);
  }
  clock.pass(1);
  expect((await ofReceipt('erase-comments', receipt, { method: 'POST', body: {} })).statusCode).toBe(200);
  await follow(backend);
  const first = await queue('article=efface&limit=1', 'recent');
  expect(first.comments.map((one: any) => [one.id, one.status])).toEqual([[id, 'withdrawn']]);
  const rest =
    first.next === null ? { comments: [] } : await queue(`article=efface&cursor=${first.next}`, 'recent');
  expect(rest.comments).toEqual([]);
});
