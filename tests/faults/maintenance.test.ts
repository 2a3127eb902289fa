import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { DAY_S } from '../clock.ts';
import { deliver, follow, streamOf } from '../journeys/follow-stream.ts';
import { invoke } from '../journeys/functions.ts';
import { asModerator, decide } from '../journeys/requests.ts';
import { allAddsUp, commentsOf, passing, withFaults, withReaders } from './with-faults.ts';

const backend = withFaults({ table: 'of-test' });
const { clock, next, send } = withReaders(backend);
/** Neither an article's partition nor a site's trail, both of which are followed. */
const isBookkeeping = (pk: string) => /^~[^E]/.test(pk);
const run = (job: string, dryRun = false) => invoke(job, { job, dryRun });

test.each(
  passing.flatMap(([mode, times]) =>
    ['GetItem', 'TransactWriteItems'].map((op) => [mode, times, op] as const),
  ),
)('counting with %s, %d in a row, of %s counts each change once', async (mode, times, op) => {
  const { id } = (await send()).json();
  await decide('panne', id, times === 1 ? 'approve' : 'spam');
  backend.inject({ mode, op, times });
  expect(await follow(backend)).toEqual([]);
  backend.calm();
  await allAddsUp(backend);
});

test.each(['throttle', 'reset', 'lost-ack', 'conflict'] as const)(
  'counting that fails by %s asks for exactly what failed, and then counts it once',
  async (mode) => {
    await send();
    const fresh = (await streamOf(backend)).slice(-1);
    const ofOther = (await streamOf(backend)).find(({ dynamodb }) =>
      isBookkeeping(dynamodb?.Keys?.pk?.S ?? ''),
    );
    const wanted = fresh.flatMap(({ dynamodb }) => dynamodb?.SequenceNumber ?? []);
    backend.inject({ mode, op: 'TransactWriteItems' });
    expect(await deliver([...fresh, ...(ofOther ? [ofOther] : [])])).toEqual(wanted);
    backend.calm();
    expect(await deliver(fresh)).toEqual([]);
    expect(await deliver(fresh)).toEqual([]);
  },
);

test('a record that nobody can read holds up no other', async () => {
  await send();
  const records = await streamOf(backend);
  const last = records.at(-1) as (typeof records)[number];
  const poison = structuredClone(last);
  delete (poison.dynamodb as any).NewImage.status;
  const strange = [
    {},
    { dynamodb: {} },
    { dynamodb: { Keys: {} } },
    { dynamodb: { Keys: { pk: { S: 'x' }, sk: { S: 'C#' } } } },
  ];
  expect(await deliver([...(strange as never[]), poison, last])).toEqual([]);
  await allAddsUp(backend);
});

test('records of many articles at once fail alone', async () => {
  const articles = ['une', 'deux', 'trois'];
  for (const article of articles) {
    next();
    await asModerator('change-article', { method: 'PUT', article, body: { mode: 'open' } });
    await send();
  }
  expect(await follow(backend)).toEqual([]);
  await allAddsUp(backend);
});

test('a purge under any fault removes what is due, and never what is approved, younger or due later', async () => {
  const kept = new Set<string>();
  for (let n = 0; n < 4; n += 1) {
    next();
    const { id } = (await send()).json();
    await decide('panne', id, 'approve');
    kept.add(id);
  }
  for (const decision of ['spam', 'reject', 'spam', 'reject', 'spam', 'reject', 'spam', 'reject']) {
    next();
    await decide('panne', (await send()).json().id, decision);
  }
  clock.pass(20 * DAY_S);
  next();
  const young = (await send()).json().id;
  kept.add(young);
  clock.pass(11 * DAY_S);
  for (const comment of await commentsOf(backend)) if (comment.status === 'approved') kept.add(comment.id);

  const before = await commentsOf(backend);
  const due = before.filter(({ id }) => !kept.has(id));
  const promised = await run('purge-expired', true);
  expect(promised).toMatchObject({ removed: due.length, finished: true });
  expect(await commentsOf(backend)).toEqual(before);

  for (const mode of ['reset', 'lost-ack'] as const)
    for (const op of ['Query', 'DeleteItem', 'GetItem']) {
      backend.inject({ mode, op, after: 1 });
      await run('purge-expired').catch(() => undefined);
      backend.calm();
      const left = new Set<string>((await commentsOf(backend)).map(({ id }) => id));
      expect([...kept].filter((id) => !left.has(id))).toEqual([]);
    }
  backend.inject({ mode: 'lost-ack', op: 'DeleteItem', times: 1 });
  await Promise.all([run('purge-expired'), run('purge-expired')]);
  backend.calm();
  expect(await run('purge-expired')).toMatchObject({ removed: 0, finished: true });
  expect((await commentsOf(backend)).map(({ id }) => id).toSorted()).toEqual([...kept].toSorted());
  await allAddsUp(backend);
});

test('a purge goes on through pages that are cut short', async () => {
  for (let n = 0; n < 3; n += 1) {
    next();
    await decide('panne', (await send()).json().id, 'spam');
  }
  clock.pass(16 * DAY_S);
  backend.inject({ mode: 'cut-page', op: 'Query' });
  expect(await run('purge-expired')).toMatchObject({ removed: 3, finished: true });
});

test('counts that were made wrong are found and made right, once, whatever fails on the way', async () => {
  await send();
  await follow(backend);
  clock.pass(3_600);
  expect(await run('reconcile-counts')).toMatchObject({ drift: 0, repaired: 0 });
  await backend.client.send(
    new UpdateItemCommand({
      TableName: backend.tableName,
      Key: { pk: { S: 'demo#panne' }, sk: { S: 'A' } },
      UpdateExpression: 'ADD approved :some',
      ExpressionAttributeValues: { ':some': { N: '3' } },
    }),
  );
  expect(await run('reconcile-counts', true)).toMatchObject({ drift: 3, repaired: 0 });
  backend.inject({ mode: 'reset', op: 'TransactWriteItems' });
  await expect(run('reconcile-counts')).rejects.toThrow();
  backend.calm();
  backend.inject({ mode: 'lost-ack', op: 'TransactWriteItems', times: 1 });
  expect(await run('reconcile-counts')).toMatchObject({ drift: 3, repaired: 1 });
  expect(await run('reconcile-counts')).toMatchObject({ drift: 0, repaired: 0 });
});

test('networks are forgotten under faults too, and comments stay', async () => {
  for (let n = 0; n < 4; n += 1) {
    next();
    await decide('panne', (await send()).json().id, 'approve');
  }
  expect(await follow(backend)).toEqual([]);
  clock.pass(40 * DAY_S);
  const before = (await commentsOf(backend)).map(({ id }) => id);
  for (const mode of ['reset', 'lost-ack'] as const) {
    backend.inject({ mode, op: 'UpdateItem', after: 1 });
    await run('forget-networks').catch(() => undefined);
    backend.calm();
  }
  expect(await run('forget-networks')).toMatchObject({ finished: true });
  const after = await commentsOf(backend);
  expect(after).toHaveLength(4);
  expect(after.map(({ id }) => id)).toEqual(before);
  expect(after.filter(({ networkKey }) => networkKey !== undefined)).toEqual([]);
});
