import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { flawsOf } from '../server/accessibility.ts';
import { withBrowser } from '../server/browser.ts';
import { callsTo, noFlood } from '../server/calls.ts';
import { withServer } from '../server/with-server.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const ENGLISH = 'the-night-bus-is-back';
const FRENCH = 'la-halle-de-valrive-rouvre';

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);

const isUpgraded = () => (globalThis as any).customElements.get('palabre-comments') !== undefined;

/** A demo page whose requests, violations and shifts are written down. */
const openArticle = async (path = '/fr/', options: object = {}) => {
  const page = await browser.open({ locale: 'fr-FR', ...options });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.addInitScript(() => {
    const seen = { violations: [] as string[], shift: 0 };
    Object.assign(globalThis, { seen });
    const { document, PerformanceObserver: Observer } = globalThis as any;
    document.addEventListener('securitypolicyviolation', (event: any) =>
      seen.violations.push(event.violatedDirective),
    );
    new Observer((list: any) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${server.url}${path}`);
  await page.waitForFunction(isUpgraded);
  return { page, requests };
};

const seenOn = (page: Page): Promise<{ violations: string[]; shift: number }> =>
  page.evaluate(() => (globalThis as any).seen);

const write = async (page: Page, text: string, author = 'Odile') => {
  await page.getByLabel('Votre commentaire').fill(text);
  await page.getByLabel('Votre nom').fill(author);
};
const publish = async (author: string, text: string, article = FRENCH): Promise<string> => {
  const { id } = (await (await calls.submit(article, { author, text })).json()) as any;
  await calls.decide(article, id, 'approve');
  return id;
};
const sendIt = (page: Page) => page.getByRole('button', { name: 'Envoyer le commentaire' }).click();

test('comments that a page brought are adopted without a request, a barrier, a shift or a violation', async () => {
  const { page, requests } = await openArticle();
  const isAsked = (line: string) => line.includes('/v1/') && !line.includes('/counts?');
  expect(requests.filter(isAsked)).toEqual([]);
  expect(requests.filter((line) => !line.includes(server.url) && !line.includes('data:'))).toEqual([]);
  expect(await seenOn(page)).toEqual({ violations: [], shift: 0 });
  expect(await page.getByLabel('Me reconnaître').getAttribute('type')).toBe('checkbox');
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await flawsOf(page)).toEqual([]);
    }
  await page.context().close();
});

test('a comment is shown as held in its place with the way to its receipt, also after a reload', async () => {
  const { page } = await openArticle();
  await write(page, 'La halle <b>vaut</b> le détour.');
  await sendIt(page);
  const own = page.locator('.own');
  await own.waitFor();
  expect(await own.innerText()).toContain('La halle <b>vaut</b> le détour.');
  expect(await own.innerText()).toContain('relecture');
  expect(await own.getByRole('link').getAttribute('href')).toContain('/r/');
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('');
  expect((await seenOn(page)).violations).toEqual([]);
  await page.reload();
  await own.waitFor();
  await page.context().close();
});

test('a draft survives a reload, and a 503 sent again posts one comment under one key', async () => {
  const { page } = await openArticle();
  await write(page, 'Un brouillon qui reste.');
  await page.reload();
  await page.waitForFunction(isUpgraded);
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('Un brouillon qui reste.');
  const sent: string[] = [];
  await page.route('**/v1/sites/demo/comments', async (route) => {
    const request = route.request();
    sent.push(`${request.headers()['idempotency-key']} ${request.postData()}`);
    // The first was taken, but its answer is lost.
    const answer = await route.fetch();
    return sent.length === 1 ? route.fulfill({ status: 503, body: '' }) : route.fulfill({ response: answer });
  });
  await sendIt(page);
  await page.getByText('Le service ne répond pas.').waitFor();
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('Un brouillon qui reste.');
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(sent[1]).toBe(sent[0]);
  const all = await calls.queue('pending');
  expect(all.filter(({ text }) => text === 'Un brouillon qui reste.')).toHaveLength(1);
  await page.context().close();
});

test('without a network the text stays and a sentence says so; a wrong field is named beside it', async () => {
  const { page } = await openArticle();
  await write(page, 'Sans réseau.');
  await page.context().setOffline(true);
  await sendIt(page);
  await page.getByText('Pas de réseau.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Plus', { exact: true }).click();
  await page.getByLabel('Site web').fill('javascript:alert(1)');
  await sendIt(page);
  await page.locator('#comment-url-problem').waitFor();
  expect(await page.getByLabel('Site web').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Votre commentaire').inputValue()).toBe('Sans réseau.');
  await page.context().close();
});

test('a reply quotes whom it answers and names them as its parent', async () => {
  const id = await publish('Marc', 'Où se garer ? https://exemple.fr/p');
  const { page } = await openArticle();
  await page.locator(`#comment-${id}`).getByRole('link', { name: 'Répondre à Marc' }).click();
  expect(await page.locator('form .answered').innerText()).toContain('Où se garer');
  await write(page, 'Près du stade.');
  await sendIt(page);
  await page.locator('.own').waitFor();
  const all = await calls.queue('pending');
  expect(all.find(({ text }) => text === 'Près du stade.').parent).toBe(id);
  // The same list, drawn by the script, reads the same.
  const text = () => page.locator(`#comment-${id} p[dir]`).innerHTML();
  const before = await text();
  await page.evaluate(() => (globalThis as any).document.querySelector('palabre-comments').refresh());
  expect(await text()).toBe(before);
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('several bare elements on a page make their own lists and forms, with ids of their own', async () => {
  await publish('Léa', 'Une navette suffirait.');
  const { page, requests } = await openArticle('/en/', { locale: 'en-GB' });
  await page.evaluate((article) => {
    const { document } = globalThis as any;
    for (const at of [article, 'nothing-yet']) {
      const made = document.createElement('palabre-comments');
      made.setAttribute('site', 'demo');
      made.setAttribute('article', at);
      made.setAttribute('lang', 'en');
      document.querySelector('main').append(made);
    }
  }, FRENCH);
  await page.locator('palabre-comments').nth(1).scrollIntoViewIfNeeded();
  await page.locator('palabre-comments').nth(2).scrollIntoViewIfNeeded();
  await page.getByText('No comments yet.').first().waitFor();
  await page.locator('palabre-comments').nth(1).getByText('Une navette suffirait.').waitFor();
  expect(requests.filter((line) => line.includes('/comments?'))).toHaveLength(2);
  const ids = await page.evaluate(() =>
    [...(globalThis as any).document.querySelectorAll('[id]')].map(({ id }: any) => id),
  );
  expect(ids).toHaveLength(new Set(ids).size);
  await page.context().close();
});

test('all badges of a page are filled by one request', async () => {
  const { page, requests } = await openArticle('/');
  await page.waitForFunction(() =>
    [...(globalThis as any).document.querySelectorAll('palabre-count')].every(({ textContent }: any) =>
      /^\d/.test(textContent),
    ),
  );
  expect(requests.filter((line) => line.includes('/counts?'))).toHaveLength(1);
  expect((await seenOn(page)).violations).toEqual([]);
  await page.context().close();
});

test('more comments join the list in place, and a permalink to one on another page shows it', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 52; at++)
    ids.push(await publish(`Rider ${at}`, `Remark number ${at}, no more.`, ENGLISH));
  const last = ids.at(-1);
  const { page, requests } = await openArticle('/en/');
  expect(await page.locator(`#comment-${last}`).count()).toBe(0);
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.locator(`#comment-${last}`).waitFor();
  expect(requests.filter((line) => line.includes('/comments?'))).toHaveLength(1);
  const linked = await openArticle(`/en/#comment-${last}`);
  await linked.page.locator(`#comment-${last}`).waitFor();
  expect(linked.requests.filter((line) => line.includes('/comments?'))).toHaveLength(1);
  expect((await seenOn(linked.page)).violations).toEqual([]);
  await linked.page.getByRole('link', { name: 'Reply to Rider 51' }).click();
  await linked.page.setViewportSize({ width: 390, height: 800 });
  await linked.page.context().close();
  await page.context().close();
});
