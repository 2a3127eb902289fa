import { beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../../../server/with-server.ts';
import { FRENCH, withReaders } from '../reader-page.ts';

const { calls, publish, readers } = withReaders();

beforeAll(async () => {
  await publish('Marc', 'Sous la halle, il fait bon.');
  await eventually(
    () => calls.count(FRENCH),
    (count) => count === 1,
  );
});

const badge = (article: string, more = '') =>
  `<palabre-count site="demo" article="${article}" ${more}>Commentaires</palabre-count>`;

test('a badge without an article, or of one that is none, stays as it is and keeps no other from being filled', async () => {
  const { page, requests } = await readers.openBare(
    [badge(FRENCH), badge(''), badge('..'), badge('a'), badge('b')].join(' '),
  );
  await page.getByText('1 commentaire').waitFor();
  expect(await page.locator('palabre-count').allInnerTexts()).toEqual([
    '1 commentaire',
    'Commentaires',
    'Commentaires',
    '0 commentaire',
    '0 commentaire',
  ]);
  expect(requests.filter((line) => line.includes('/counts?')).length).toBe(1);
  await page.context().close();
});

test.each([
  ['fr_FR', '1 commentaire'],
  ['fr-Latn-CA', '1 commentaire'],
  ['en-GB', '1 comment'],
  ['frr', '1 comment'],
  ['', '1 commentaire'],
])('a badge in %p says %s, as a list there would', async (lang, said) => {
  const element = `<palabre-comments site="demo" article="${FRENCH}" lang="${lang}"></palabre-comments>`;
  const { page } = await readers.openBare(badge(FRENCH, `lang="${lang}"`) + element);
  await page.locator('.comments').waitFor();
  await page.getByText(said, { exact: true }).nth(1).waitFor();
  expect(await page.locator('palabre-count').innerText()).toBe(said);
  await page.context().close();
});
