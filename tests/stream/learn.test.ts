import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import type { RecordOf } from '../../src/stream/consumer.ts';
import { learn as consumer } from '../../src/stream/learn.ts';
import { anId, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const learn = (
  decisions: readonly RecordOf<'decision'>[],
  { store }: Pick<typeof fixture, 'store'> = fixture,
) => consumer.follow({ store, loadModel: shippedModel }, decisions);

const texts = [
  'Votre devis de volets roulants au meilleur tarif, appelez notre équipe de poseurs.',
  'Meilleur tarif garanti pour vos volets roulants, devis sous une heure.',
  'La digue a tenu, mais le port est resté fermé deux jours.',
  'Nos poseurs de volets roulants interviennent dans toute la région.',
  'Merci pour ce rappel des horaires de la médiathèque, très utile.',
];
const kept = async (site: string, on = 'a'): Promise<readonly Comment[]> => {
  // Approved ones stay, whatever day it is for an engine that removes what has expired.
  const comments = texts.map((text, n) =>
    aStored({ site, article: `${on}${n}`, id: anId(n), text, status: 'approved' }),
  );
  for (const comment of comments) await fixture.store.add(comment);
  return comments;
};

let records = 0;
const decided = (
  { site, article, id }: Comment,
  action: RecordOf<'decision'>['action'],
  version = 2,
): RecordOf<'decision'> => {
  records += 1;
  return { kind: 'decision', site, article, comment: id, version, at: NOW, action, record: String(records) };
};
const all = (comments: readonly Comment[]) =>
  comments.map((comment, n) => decided(comment, n === 2 || n === 4 ? 'approve' : 'spam'));
const periodsOf = async (site: string) => (await fixture.store.fetchMemory(site)).periods;

test('decisions of one batch teach what they would have taught one by one', async () => {
  const [batch, single] = [await kept('lot'), await kept('un-par-un')];
  // Enough of both classes from the start, so that what the site knows already bears on what it learns.
  for (const site of ['lot', 'un-par-un'])
    for (const [n, one] of (await kept(site, 'avant')).entries())
      await learn([decided(one, n < 3 ? 'spam' : 'approve')]);
  for (const site of ['lot', 'un-par-un'])
    for (const one of await kept(site, 'encore')) await learn([decided(one, 'approve')]);
  expect(await learn(all(batch))).toEqual([]);
  for (const one of all(single)) expect(await learn([one])).toEqual([]);
  expect(await periodsOf('lot')).toEqual(await periodsOf('un-par-un'));
  expect((await periodsOf('lot'))[0]).toMatchObject({ spam: 6, ham: 9 });
});

test('reads a site’s memory once a batch, and a comment once a decision', async () => {
  const comments = [...(await kept('lu')), ...(await kept('lu-aussi'))];
  fixture.consumed();
  await learn(all(comments));
  const { commands } = fixture.consumed();
  expect(commands.filter((command) => command === 'GetItemCommand')).toHaveLength(2 + comments.length);
  expect(commands.filter((command) => command === 'TransactWriteItemsCommand')).toHaveLength(comments.length);
});

test('asks nothing when nobody decided, or only rejected what nobody had decided on before', async () => {
  const [comment] = await kept('rejets');
  fixture.consumed();
  expect(await learn([])).toEqual([]);
  expect(await learn([decided(comment as Comment, 'reject')])).toEqual([]);
  expect(fixture.consumed().commands).toEqual([]);
});

test('a comment that nobody can read teaches nothing and holds up no other', async () => {
  const [broken, whole] = await kept('illisible');
  const Item = { pk: { S: 'illisible#a0' }, sk: { S: `C#${broken?.id}` } };
  await fixture.client.send(new PutItemCommand({ TableName: fixture.tableName, Item }));
  expect(
    await learn([
      decided(broken as Comment, 'spam'),
      decided(broken as Comment, 'undo', 3),
      decided(whole as Comment, 'spam'),
    ]),
  ).toEqual([]);
  expect(await periodsOf('illisible')).toMatchObject([{ spam: 1, ham: 0 }]);
});

test('what cannot be followed is left with what came after it on the same comment, and only that', async () => {
  const [one, other] = (await kept('panne')) as [Comment, Comment];
  const failing = {
    store: {
      ...fixture.store,
      saveLesson: async (...asked: Parameters<typeof fixture.store.saveLesson>) => {
        if (asked[0].article === 'a0') throw new Error('out of order');
        return fixture.store.saveLesson(...asked);
      },
    },
  };
  const decisions = [decided(one, 'spam'), decided(other, 'spam'), decided(one, 'undo', 3)];
  const cause = new Error('out of order');
  expect(await learn(decisions, failing)).toMatchObject([
    { record: decisions[0]?.record, cause },
    { record: decisions[2]?.record, cause },
  ]);
  expect(await learn(decisions)).toEqual([]);
  expect(await periodsOf('panne')).toMatchObject([{ spam: 1, ham: 0 }]);
});

test('a later decision costs one read more, and no more writes', async () => {
  const [comment] = (await kept('encore-une')) as [Comment];
  await learn([decided(comment, 'spam', 2)]);
  for (const [action, version, reads] of [
    ['approve', 3, 3],
    ['reject', 4, 2],
    ['undo', 5, 2],
    ['restore', 7, 2],
  ] as const) {
    fixture.consumed();
    await learn([decided(comment, action, version)]);
    const { commands } = fixture.consumed();
    expect([action, commands]).toEqual([
      action,
      [...Array.from({ length: reads }, () => 'GetItemCommand'), 'TransactWriteItemsCommand'],
    ]);
  }
});

test('what was decided before a site forgot all teaches nothing, though it is told of afterwards', async () => {
  const [first, late, next] = (await kept('oublieux')) as [Comment, Comment, Comment];
  await learn([decided(first, 'spam')]);
  await fixture.store.resetMemory({
    ...{ id: '01KJVN6A2HWZ3K0V5YB6Q8R9T5', site: 'oublieux', at: NOW, by: 'claire' },
    ...{ action: 'reset-learning', subject: 'learned-filter' },
  });
  expect(await learn([decided(late, 'spam')])).toEqual([]);
  expect(await periodsOf('oublieux')).toEqual([]);
  expect(await learn([{ ...decided(late, 'undo', 3), at: NOW + 1 }])).toEqual([]);
  expect(await learn([{ ...decided(next, 'spam'), at: NOW + 1 }])).toEqual([]);
  expect(await periodsOf('oublieux')).toMatchObject([{ spam: 1, ham: 0 }]);
});
