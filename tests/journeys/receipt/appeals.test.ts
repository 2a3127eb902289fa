import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { settleMissed } from '../../../src/stream/settle-missed.ts';
import { DAY_S, MINUTE_S, stopClock } from '../../clock.ts';
import { NOW } from '../../storage/with-store.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, ofReceipt } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';
import { appeal, erase, post, read, say, withdraw } from './receipts.ts';

const backend = withBackend({ policy: readPolicy(noFlood), table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(30 * MINUTE_S));
afterAll(() => clock.restart());

const appeals = async () =>
  (await asModerator('list-queue', { params: { queue: 'appeals' } })).json().comments;
const countOf = async () => (await asModerator('list-queues')).json().queues.appeals.count;
const rule = async (id: string, decision: string, more: object = {}) => {
  clock.pass(1);
  const [result] = (await decide('gare', id, decision, more)).json().results;
  await follow(backend);
  return result;
};
let said = 0;
const rejected = async () => {
  said += 1;
  const sent = await say('gare', { text: `La gare, mot ${said}.` });
  await rule(sent.id, 'reject', { reason: 'off-topic', note: 'Parlez de la gare.' });
  clock.pass(1);
  return sent;
};

test('a rejection is appealed against once: moderators read why, in a queue of its own', async () => {
  const { id, receipt } = await rejected();
  expect((await read(receipt)).appealable).toBe(true);
  const answer = await appeal(receipt, 'Je répondais au dernier paragraphe ; voyez-le.');
  expect([answer.statusCode, answer.json().appeal.answer, answer.json().appealable]).toEqual([
    202,
    null,
    false,
  ]);
  const [row] = await appeals();
  expect(row).toMatchObject({
    id,
    status: 'rejected',
    appeal: { text: 'Je répondais au dernier paragraphe ; voyez-le.' },
    decided: { action: 'reject', reason: 'off-topic', note: 'Parlez de la gare.' },
  });
  expect([typeof row.decided.by, row.decided.at < row.since]).toEqual(['string', true]);
  expect(await countOf()).toBe(1);
  const again = await appeal(receipt, 'Encore.');
  expect([again.statusCode, again.json().code, await countOf()]).toEqual([409, 'already-appealed', 1]);
});

test('a button that is pressed twice, or an answer that was lost, is one appeal, and no refusal', async () => {
  const before = await countOf();
  const { id, receipt } = await rejected();
  const press = () => post('appeal-decision', receipt, { text: 'Relisez-moi.' });
  const answers = [...(await Promise.all([press(), press(), press()])), await press()];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
  expect((await appeals()).filter((row: any) => row.id === id)).toHaveLength(1);
  expect(await countOf()).toBe(before + 1);
  clock.pass(1);
  await decide('gare', id, 'reject');
  await follow(backend);
  expect((await press()).statusCode).toBe(409);
});

test('an answer that no stream told of is given at night, and what still waits goes on waiting', async () => {
  const [one, other] = [await rejected(), await rejected()];
  for (const { receipt } of [one, other]) await appeal(receipt);
  clock.pass(1);
  await decide('gare', one.id, 'restore');
  const before = await countOf();
  const place = { site: 'demo', article: 'gare' };
  expect(await settleMissed(backend, place, { dryRun: false })).toBe(1);
  expect(await countOf()).toBe(before - 1);
  expect(await read(one.receipt)).toMatchObject({ status: 'pending', appeal: { answer: 'granted' } });
  expect((await read(other.receipt)).appeal.answer).toBeNull();
  await rule(other.id, 'reject');
});

test('of two appeals at the same moment one is taken, and counted once', async () => {
  const { receipt } = await rejected();
  const codes = (await Promise.all([appeal(receipt), appeal(receipt, 'Encore.')])).map(
    ({ statusCode }) => statusCode,
  );
  expect(codes.sort()).toEqual([202, 409]);
  expect(await countOf()).toBe(1);
});

test.each([
  ['approve', 'published', 'granted'],
  ['restore', 'pending', 'granted'],
  ['reject', 'not-published', 'upheld'],
  ['spam', 'pending', 'upheld'],
] as const)(
  'the decision %s answers an appeal, on the receipt and in the count, once',
  async (decision, status, answer) => {
    const { id, receipt } = await rejected();
    await appeal(receipt);
    expect((await rule(id, decision)).problem).toBeUndefined();
    await follow(backend);
    expect([await appeals(), await countOf()]).toEqual([[], 0]);
    expect(await read(receipt)).toMatchObject({ status, appeal: { answer } });
  },
);

test('a rejection that is upheld keeps what its author was told, or adds to it', async () => {
  const [one, other] = [await rejected(), await rejected()];
  for (const { receipt } of [one, other]) await appeal(receipt);
  await rule(one.id, 'reject');
  await rule(other.id, 'reject', { note: 'Relu, et toujours hors sujet.' });
  expect(await read(one.receipt)).toMatchObject({ reason: 'off-topic', note: 'Parlez de la gare.' });
  expect(await read(other.receipt)).toMatchObject({
    reason: 'off-topic',
    note: 'Relu, et toujours hors sujet.',
  });
});

const takeBack = async (decision: Promise<{ json: () => any }>) => {
  const { undo } = (await decision).json();
  await follow(backend);
  clock.pass(1);
  const undone = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await follow(backend);
  return undone.json().results[0];
};

test.each(['approve', 'restore', 'reject', 'spam'] as const)(
  'an appeal that %s answered waits again once that is taken back, and can be answered anew',
  async (decision) => {
    const { id, receipt } = await rejected();
    await appeal(receipt, 'Relisez-moi.');
    clock.pass(1);
    expect((await takeBack(decide('gare', id, decision))).problem).toBeUndefined();
    expect(await appeals()).toMatchObject([{ id, appeal: { text: 'Relisez-moi.' } }]);
    expect(await countOf()).toBe(1);
    expect(await read(receipt)).toMatchObject({
      status: 'not-published',
      appeal: { answer: null, answeredAt: null },
      appealable: false,
    });
    await settleMissed(backend, { site: 'demo', article: 'gare' }, { dryRun: false });
    expect(await countOf()).toBe(1);
    await rule(id, 'approve');
    expect([await countOf(), (await read(receipt)).appeal.answer]).toEqual([0, 'granted']);
  },
);

test('who takes an upheld rejection back has its author told again what the first one said', async () => {
  const [bare, said] = [await say('gare', { text: 'Ni raison ni mot.' }), await rejected()];
  await rule(bare.id, 'reject');
  for (const { id, receipt } of [bare, said]) {
    await appeal(receipt);
    clock.pass(1);
    const upheld = decide('gare', id, 'reject', { reason: 'abusive', note: 'Relu.' });
    await upheld;
    expect(await read(receipt)).toMatchObject({ reason: 'abusive', note: 'Relu.' });
    await takeBack(upheld);
  }
  expect(await read(bare.receipt)).toMatchObject({ reason: null, note: null });
  expect(await read(said.receipt)).toMatchObject({ reason: 'off-topic', note: 'Parlez de la gare.' });
  for (const { id } of [bare, said]) await rule(id, 'approve');
});

test('who took a later decision back is not said to have made the one that is appealed against', async () => {
  const { id, receipt } = await rejected();
  const approval = decide('gare', id, 'approve', { version: 2 });
  await approval;
  clock.pass(1);
  await takeBack(approval);
  await appeal(receipt);
  const [row] = await appeals();
  expect(row.decided).toMatchObject({ action: 'reject', by: null, reason: 'off-topic' });
  await rule(id, 'approve');
});

test('an appeal against a decision that is taken back is granted, and waits for nobody', async () => {
  const { id, receipt } = await say('gare', { text: 'Un mot de trop.' });
  const decision = decide('gare', id, 'reject');
  await decision;
  await follow(backend);
  clock.pass(1);
  await appeal(receipt);
  expect(await countOf()).toBe(1);
  await takeBack(decision);
  expect([await appeals(), await countOf()]).toEqual([[], 0]);
  expect(await read(receipt)).toMatchObject({ status: 'pending', appeal: { answer: 'granted' } });
});

test('without an appeal that waits, a second rejection is a conflict as ever', async () => {
  const { id, receipt } = await rejected();
  expect((await rule(id, 'reject')).problem.code).toBe('already-decided');
  await appeal(receipt);
  await rule(id, 'reject');
  expect((await rule(id, 'reject')).problem.code).toBe('already-decided');
});

test('an appeal of spam that moderators filed is listed, that of blatant spam asks nobody, and their authors are told the same', async () => {
  const blatant = {
    text: 'CASINO BONUS https://a.example https://b.example https://c.example',
    contact_me: 'x',
  };
  const [filed, flagrant, waiting] = [
    await say('gare'),
    await say('gare', blatant),
    await say('gare', { text: 'Un mot.' }),
  ];
  await rule(filed.id, 'spam');
  const early = await Promise.all([filed, flagrant, waiting].map(({ receipt }) => appeal(receipt)));
  expect(early.map((answer) => answer.json().code)).toEqual(Array(3).fill('nothing-to-appeal'));
  clock.pass(DAY_S);
  const comment = await backend.store.find({ site: 'demo', article: 'gare', id: flagrant.id as never });
  expect(comment?.status).toBe('spam');
  clock.pass(1);
  const told = await Promise.all(
    [filed, flagrant, waiting].map(async ({ receipt }) => (await appeal(receipt)).json()),
  );
  const said = told.map(({ status, reason, note, appeal: of, appealable }) => ({
    status,
    reason,
    note,
    of,
    appealable,
  }));
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
  expect((await appeal(flagrant.receipt, 'Encore.')).json().code).toBe('already-appealed');
  const listed = (await appeals()).map(({ id, status }: any) => [id, status]);
  expect(listed).toContainEqual([filed.id, 'spam']);
  expect(listed).toContainEqual([waiting.id, 'pending']);
});

test('who asked while the comment still waited may appeal against the rejection that comes then', async () => {
  const { id, receipt } = await say('gare');
  expect((await read(receipt)).appealable).toBe(false);
  clock.pass(MINUTE_S);
  const early = await appeal(receipt, 'Déjà ?');
  expect([early.statusCode, early.json().code]).toEqual([409, 'nothing-to-appeal']);
  const wait = Number(early.headers['retry-after']);
  clock.pass(wait - 1);
  expect((await read(receipt)).appealable).toBe(false);
  clock.pass(1);
  expect((await read(receipt)).appealable).toBe(true);
  await appeal(receipt, 'Êtes-vous là ?');
  await rule(id, 'reject');
  clock.pass(1);
  expect(await read(receipt)).toMatchObject({ appeal: null, appealable: true });
  expect((await appeal(receipt)).statusCode).toBe(202);
  expect(await countOf()).toBe(1);
});

test('a published or withdrawn comment has nothing to appeal against', async () => {
  const [one, other] = [await say('gare'), await say('gare', { text: 'Un autre.' })];
  await rule(one.id, 'approve');
  await withdraw(other.receipt);
  for (const { receipt } of [one, other])
    expect((await appeal(receipt)).json()).toMatchObject({ status: 409, code: 'nothing-to-appeal' });
});

test('an appeal goes with its comment, and the queue counts it no more', async () => {
  const { receipt } = await rejected();
  await appeal(receipt, 'Voyez.');
  await erase(receipt);
  await follow(backend);
  expect([await appeals(), await countOf()]).toEqual([[], 0]);
  expect(JSON.stringify(await backend.dump())).not.toContain('Voyez.');
});

test('without JavaScript an appeal leads back to the receipt, and one that is too long keeps its text', async () => {
  const { receipt } = await rejected();
  const long = await post('appeal-decision', receipt, { text: `Parce que ${'x'.repeat(1_000)}` });
  expect([long.statusCode, long.body.includes('Parce que xxx')]).toEqual([422, true]);
  expect(long.body).toContain('Votre message dépasse de 10 caractères');
  const broken = await post('appeal-decision', receipt, 'text=Parce+que+voil%C3%A0.&x=%');
  expect([broken.statusCode, broken.body.includes('Parce que voilà.</textarea>')]).toEqual([400, true]);
  expect((await post('appeal-decision', receipt, { text: 'Parce que.' })).statusCode).toBe(303);
  const again = await post('appeal-decision', receipt, { text: 'Et encore.' });
  expect([again.statusCode, again.body.includes('Et encore.</textarea>')]).toEqual([409, true]);
  const page = await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { accept: 'text/html' } });
  expect(page.body).toContain('Second avis demandé le');
  expect(page.body).not.toContain('/appeal"');
});
