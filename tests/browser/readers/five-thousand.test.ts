import { expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { withServer } from '../../server/with-server.ts';
import { askedOf, readersOf } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const readers = readersOf(server, browser);
const ALL = 5000;
const THREAD = 5;
/** Comments that are drawn at a stretch, at most. */
const SLICE = 20;

const idOf = (at: number) => `01KJVN6A2HWZ3K0V${String(at).padStart(10, '0')}`;
const words = 'La halle a rouvert samedi, et le marché rentre chez lui après trois ans de chantier. ';
/** Threads of five, like the API's. */
const comments = Array.from({ length: ALL }, (_, at) => {
  const first = at - (at % THREAD);
  const text = `Numéro ${at}. ${words.repeat(1 + (at % 6))}`;
  return {
    ...{
      id: idOf(at),
      thread: idOf(first),
      parent: at === first ? null : idOf(first),
      author: `Auteur ${at % 97}`,
    },
    ...{
      text,
      html: `<p dir="auto">${text}</p>`,
      createdAt: '2026-03-04T05:06:07.089Z',
      depth: at === first ? 1 : 2,
    },
    ...{ url: null, staff: false, edited: null, removed: false, identicon: null },
  };
});

/** Answers like the API for an article of 5,000 comments; its cursors say where a page begins, or before which comment it ends. */
const pageOf = (query: URLSearchParams) => {
  const limit = Number(query.get('limit') ?? 50);
  const [, end] = query.get('cursor')?.match(/^before-(\d+)$/) ?? [];
  const middle = comments.findIndex(({ id }) => id === query.get('around')) - limit / 2;
  const begin = Number(query.get('cursor') ?? Math.max(0, middle - (middle % THREAD)));
  const from = end === undefined ? begin : Math.max(0, Number(end) - limit);
  const to = end === undefined ? from + limit : Number(end);
  return {
    ...{
      article: 'long',
      count: ALL,
      closed: false,
      depthMax: 5,
      timeZone: 'UTC',
      comments: comments.slice(from, to),
    },
    next: to < ALL ? String(to) : null,
    previous: from > 0 ? `before-${from}` : null,
  };
};

const open = async (hash = '') => {
  const opened = await readers.openBare('', { path: `/bare${hash}` });
  await opened.page.route('**/comments?*', (route) =>
    route.fulfill({ json: pageOf(new URL(route.request().url()).searchParams) }),
  );
  await opened.page.evaluate(() => {
    const { document } = globalThis as any;
    const made = document.createElement('palabre-comments');
    made.setAttribute('site', 'demo');
    made.setAttribute('article', 'long');
    document.querySelector('main').append(made);
  });
  return opened;
};

const isThere = (id: string) => (globalThis as any).document.getElementById(id) !== null;
const topOf = (id: string): number =>
  (globalThis as any).document.getElementById(id).getBoundingClientRect().top;

test('comment 4,000 of 5,000 opens by its permalink in at most two requests, and the pages around it join', async () => {
  const { page, requests } = await open(`#comment-${idOf(4000)}`);
  await page.locator(`#comment-${idOf(4000)}`).waitFor();
  expect(askedOf(requests).length).toBeLessThanOrEqual(2);
  expect(await page.evaluate(topOf, `comment-${idOf(4000)}`)).toBeLessThan(720);
  await page.getByRole('link', { name: 'Commentaires précédents' }).click();
  await page.locator(`#comment-${idOf(3900)}`).waitFor();
  await page.getByRole('link', { name: 'Suite des commentaires' }).click();
  await page.locator(`#comment-${idOf(4100)}`).waitFor();
  const ids = await page.evaluate("[...document.querySelectorAll('.comments article')].map(({ id }) => id)");
  expect(ids).toEqual([...(ids as string[])].sort());
  await page.context().close();
});

test('5,000 comments join a list page by page, a few at a stretch, so that the page answers its reader meanwhile', async () => {
  const { page } = await open();
  await page.locator('[rel=next]').waitFor();
  await page.evaluate(countStretches);
  for (let shown = 50; shown < ALL; shown += 100) {
    await page.evaluate("document.querySelector('[rel=next]').click()");
    const last = `comment-${idOf(Math.min(ALL, shown + 100) - 1)}`;
    await page.waitForFunction(isThere, last, { polling: 100 });
  }
  expect(await page.locator('.comments article').count()).toBe(ALL);
  const most = await page.evaluate<number>('seen.most');
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(SLICE);
  await page.context().close();
});

/** Notes how many comments join the page in one task, at most. */
const countStretches = () => {
  const { document, MutationObserver: Observer, seen } = globalThis as any;
  seen.most = 0;
  const note = (records: readonly any[]) => {
    const added = records
      .flatMap((record) => [...record.addedNodes])
      .filter(({ localName }) => localName === 'li');
    seen.most = Math.max(seen.most, added.length);
  };
  new Observer(note).observe(document.querySelector('palabre-comments'), { childList: true, subtree: true });
};
