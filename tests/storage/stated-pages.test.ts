import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import type { HistoryQuestion, StatedPage } from '../../src/submission/history.ts';
import { aSite, NOW, withStore } from './with-store.ts';

const fixture = withStore();
let submissions = 0;

type Stated = Partial<StatedPage> & Partial<HistoryQuestion>;

const aQuestion = (
  site: string,
  { owner = 'boutique.example', name = 'Camille', email, ...more }: Stated,
) => {
  submissions += 1;
  const { now = NOW } = more;
  return {
    site: aSite({ id: site }),
    article: 'gare',
    networkKey: `1:${Buffer.from(`${submissions}`.padEnd(16)).toString('base64url')}`,
    id: newCommentId(now, Uint8Array.of(9, 0, 0, 0, 0, 0, 0, 0, submissions >> 8, submissions & 255)),
    content: Uint8Array.of(0, 0, submissions >> 8, submissions & 255),
    fingerprint: `print ${submissions}`,
    sameWithinMs: 3_600_000,
    now,
    page: { owner, name, ...(email === undefined ? {} : { email }) },
    ...more,
  } satisfies HistoryQuestion;
};
const state = async (site: string, stated: Stated = {}) =>
  (await fixture.store.lookUp(aQuestion(site, stated))).page;
const pseudonym = (n: number) => `1:${Buffer.alloc(16, n).toString('base64url')}`;

test('knows a page again under other names and e-mails, and under other articles of the same name', async () => {
  expect(await state('noms')).toEqual({ owner: 'boutique.example', names: 1, articles: 1, spam: 0 });
  expect(await state('noms', { name: 'CAMILLE ' })).toMatchObject({ names: 1, articles: 1 });
  expect(await state('noms', { name: 'Yann', article: 'port' })).toMatchObject({ names: 2, articles: 1 });
  expect(await state('noms', { article: 'port' })).toMatchObject({ names: 2, articles: 2 });
  expect(await state('noms', { owner: 'autre.example' })).toMatchObject({ names: 1, articles: 1 });
  for (const n of [1, 2, 3]) await state('noms', { email: pseudonym(n) });
  expect(await state('noms', { email: pseudonym(4) })).toMatchObject({ names: 4 });
  expect(await state('ailleurs')).toMatchObject({ names: 1, articles: 1 });
});

test('forgets a page after 30 days', async () => {
  await state('mois');
  expect(await state('mois', { name: 'Yann', now: NOW + 29 * DAY_MS })).toMatchObject({ names: 2 });
  expect(await state('mois', { name: 'Anne', now: NOW + 31 * DAY_MS })).toMatchObject({ names: 2 });
});

test('without a page nothing is asked and nothing is known', async () => {
  const { page: _, ...question } = aQuestion('sans', {});
  const history = await fixture.store.lookUp(question);
  expect([history.page, history.places]).toEqual([undefined, ['network', 'site']]);
});

test('a proven author with a key is compared and takes no place', async () => {
  await state('cle');
  const key = { authorKey: '1:regular', key: { digest: 'cle' } };
  const history = await fixture.store.lookUp(aQuestion('cle', { name: 'Yann', ...key }));
  expect(history.page).toMatchObject({ names: 2 });
  expect(history.places).toEqual(['person', 'network', 'site', 'key']);
  expect(await state('cle')).toMatchObject({ names: 1 });
});

test('what is given back was never stated, and leaves the others', async () => {
  const refused = aQuestion('rendu', { name: 'Yann' });
  await state('rendu', { name: 'Anne' });
  const { places } = await fixture.store.lookUp(refused);
  expect(places).toContain('page');
  await state('rendu', { name: 'Loïc' });
  await fixture.store.giveBack(refused, places);
  expect(await state('rendu')).toMatchObject({ names: 3 });
});

test('counts the same whatever the order of submissions, however often each came, and whoever else came', async () => {
  const stated = fc.record({
    name: fc.constantFrom('Camille', 'Yann', 'Anne'),
    article: fc.constantFrom('gare', 'port', 'digue'),
    owner: fc.constantFrom('boutique.example', 'blog.example'),
  });
  let sites = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stated, { maxLength: 12 }), fc.nat(), async (all, seed) => {
      sites += 1;
      const turned = [...all.slice(seed % (all.length || 1)), ...all.slice(0, seed % (all.length || 1))];
      for (const one of all) await state(`ordre-${sites}`, one);
      for (const one of [...turned.toReversed(), ...all]) await state(`desordre-${sites}`, one);
      const names = new Set(['Camille', ...all.flatMap(ofShop).map(({ name }) => name)]).size;
      const mine = all.flatMap(ofShop).filter(({ name }) => name === 'Camille');
      const articles = new Set(['gare', ...mine.map(({ article }) => article)]).size;
      const expected = { owner: 'boutique.example', names, articles, spam: 0 };
      expect(await state(`ordre-${sites}`)).toEqual(expected);
      expect(await state(`desordre-${sites}`)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

const ofShop = <T extends { readonly owner: string }>(one: T): readonly T[] =>
  one.owner === 'boutique.example' ? [one] : [];
