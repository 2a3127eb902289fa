import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/comment/time.ts';
import { SPAM_PAGES_MAX } from '../../src/storage/dynamodb/learning/spam-pages.ts';
import { anId, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const ref = (site: string, n: number, time = NOW) => ({
  ...{ site, article: 'gare', id: anId(n, time), since: time },
});
const pagesOf = async (site: string) => Object.fromEntries(await fixture.store.fetchSpamPages(site));

test('keeps and drops the page of each comment once, however often and in whatever order it is told', async () => {
  const { keepSpamPage: keep, dropSpamPage: drop } = fixture.store;
  await drop(ref('fois', 1), 'boutique.example');
  for (let n = 0; n < 2; n += 1) await keep(ref('fois', 1), 'boutique.example');
  await keep(ref('fois', 2), 'boutique.example');
  await keep(ref('fois', 3), 'autre.example');
  expect(await pagesOf('fois')).toEqual({ 'boutique.example': 2, 'autre.example': 1 });
  for (let n = 0; n < 2; n += 1) await drop(ref('fois', 1), 'boutique.example');
  await drop(ref('fois', 3), 'autre.example');
  expect(await pagesOf('fois')).toEqual({ 'boutique.example': 1 });
  expect(await pagesOf('ailleurs')).toEqual({});
});

test('a campaign for one page pushes no other out, and many pages only the oldest; half a read unit in the end', async () => {
  const { keepSpamPage: keep } = fixture.store;
  await keep(ref('long', 0), 'premiere.example');
  for (let n = 1; n <= 80; n += 1) await keep(ref('long', n), 'campagne.example');
  expect(await pagesOf('long')).toEqual({ 'premiere.example': 1, 'campagne.example': 3 });
  for (let n = 1; n <= SPAM_PAGES_MAX; n += 1)
    await keep(ref('long', n, NOW + 1_000), `${n}-${'x'.repeat(40)}`.slice(0, 40));
  const pages = await pagesOf('long');
  expect(Object.keys(pages)).toHaveLength(SPAM_PAGES_MAX);
  expect(Object.keys(pages)).not.toContain('premiere.example');
  fixture.consumed();
  await fixture.store.fetchSpamPages('long');
  // Consistent, so one unit; half of it for a submission.
  expect(fixture.consumed().reads).toBe(1);
});

test('a page is remembered as long as one of its comments stands as spam, whichever is undone, and told twice', async () => {
  const { keepSpamPage: keep, dropSpamPage: drop } = fixture.store;
  for (const [site, undone] of [
    ['premier-reste', [4, 3, 2]],
    ['dernier-reste', [1, 2, 3]],
    ['autre-reste', [4, 1, 3]],
  ] as const) {
    for (const n of [1, 2, 3, 4, 4, 1]) await keep(ref(site, n), 'campagne.example');
    expect(await pagesOf(site)).toEqual({ 'campagne.example': 3 });
    for (const n of undone.flatMap((one) => [one, one])) await drop(ref(site, n), 'campagne.example');
    expect([site, await pagesOf(site)]).toEqual([site, { 'campagne.example': 1 }]);
    for (const n of [1, 2, 3, 4]) await drop(ref(site, n), 'campagne.example');
    expect([site, await pagesOf(site)]).toEqual([site, {}]);
  }
});

test('of a campaign undone as a whole nothing stays, and what was forgotten takes nobody’s place', async () => {
  const { keepSpamPage: keep, dropSpamPage: drop, forgetSpamPages: forget } = fixture.store;
  for (let n = 1; n <= 40; n += 1) await keep(ref('masse', n), 'campagne.example');
  for (let n = 1; n <= 40; n += 1) await drop(ref('masse', n), 'campagne.example');
  expect(await pagesOf('masse')).toEqual({});
  for (let n = 1; n <= 5; n += 1) await keep(ref('oubli', n), 'campagne.example');
  await forget('oubli');
  await keep(ref('oubli', 6), 'campagne.example');
  await drop(ref('oubli', 6), 'campagne.example');
  expect(await pagesOf('oubli')).toEqual({});
});

test('what is beside a page’s comments stays bounded', async () => {
  const { keepSpamPage: keep } = fixture.store;
  for (let n = 1; n <= 110; n += 1) await keep(ref('borne', n), 'campagne.example');
  fixture.consumed();
  await keep(ref('borne', 111), 'campagne.example');
  expect(fixture.consumed().writes).toBeLessThanOrEqual(2 + 2 * 3);
});

test('of an erased comment the host stays under no comment’s name, and the page of a person goes', async () => {
  const { keepSpamPage: keep, unnameSpamPage: unname } = fixture.store;
  const pages = { 3: 'boutique.example', 4: 'facebook.com/jean', 5: 'autre.example' } as const;
  for (const [n, owner] of Object.entries(pages)) await keep(ref('efface', Number(n)), owner);
  for (const [n, owner] of [...Object.entries(pages), ...Object.entries(pages)])
    await unname(ref('efface', Number(n)), owner);
  await unname(ref('efface', 6), 'jamais.example');
  expect(await pagesOf('efface')).toEqual({ 'boutique.example': 1, 'autre.example': 1 });
  const Key = { pk: { S: '~M#efface' }, sk: { S: 'P' } };
  const { Item } = await fixture.client.send(new GetItemCommand({ TableName: fixture.tableName, Key }));
  for (const n of [3, 4, 5]) expect(Object.keys(Item ?? {})).not.toContain(ref('efface', n).id);
});

test('what is older than 90 days counts no more, and a site forgets all when told to', async () => {
  const { keepSpamPage: keep, forgetSpamPages: forget } = fixture.store;
  await keep(ref('vieux', 1, NOW - 91 * DAY_MS), 'vieille.example');
  await keep(ref('vieux', 2, NOW - 89 * DAY_MS), 'boutique.example');
  expect(await pagesOf('vieux')).toEqual({ 'boutique.example': 1 });
  await forget('vieux');
  expect(await pagesOf('vieux')).toEqual({});
});

test('what was filed before a site forgot all is forgotten, though it is told of afterwards', async () => {
  const { keepSpamPage: keep, forgetSpamPages: forget } = fixture.store;
  await forget('tard');
  await keep(ref('tard', 1, NOW - 1), 'avant.example');
  await keep(ref('tard', 2, NOW + 1), 'depuis.example');
  expect(await pagesOf('tard')).toEqual({ 'depuis.example': 1 });
});
