import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/comment/time.ts';
import { SPAM_PAGES_MAX } from '../../src/storage/dynamodb/learning/spam-pages.ts';
import { anId, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const ref = (site: string, n: number, time = NOW) => ({ site, article: 'gare', id: anId(n, time) });
const pagesOf = async (site: string) => Object.fromEntries(await fixture.store.fetchSpamPages(site));

test('keeps and drops the page of each comment once, however often and in whatever order it is told', async () => {
  const { keepSpamPage: keep, dropSpamPage: drop } = fixture.store;
  await drop(ref('fois', 1));
  for (let n = 0; n < 2; n += 1) await keep(ref('fois', 1), 'boutique.example');
  await keep(ref('fois', 2), 'boutique.example');
  await keep(ref('fois', 3), 'autre.example');
  expect(await pagesOf('fois')).toEqual({ 'boutique.example': 2, 'autre.example': 1 });
  for (let n = 0; n < 2; n += 1) await drop(ref('fois', 1));
  await drop(ref('fois', 3));
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

test('what is older than 90 days counts no more, and a site forgets all when told to', async () => {
  const { keepSpamPage: keep, forgetSpamPages: forget } = fixture.store;
  await keep(ref('vieux', 1, NOW - 91 * DAY_MS), 'vieille.example');
  await keep(ref('vieux', 2, NOW - 89 * DAY_MS), 'boutique.example');
  expect(await pagesOf('vieux')).toEqual({ 'boutique.example': 1 });
  await forget('vieux');
  expect(await pagesOf('vieux')).toEqual({});
});
