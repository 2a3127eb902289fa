import { beforeAll } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { type Server, withServer } from '../../server/with-server.ts';

export const ENGLISH = 'the-night-bus-is-back';
export const FRENCH = 'la-halle-de-valrive-rouvre';

const isUpgraded = () => (globalThis as any).customElements.get('palabre-comments') !== undefined;

/** Notes violations of the page's policy, and what shifted. */
const watch = () => {
  const seen = { violations: [] as string[], shift: 0, events: [] as unknown[] };
  Object.assign(globalThis, { seen });
  const { document, PerformanceObserver: Observer } = globalThis as any;
  document.addEventListener('securitypolicyviolation', (event: any) =>
    seen.violations.push(event.violatedDirective),
  );
  for (const name of ['loaded', 'submitted', 'error'])
    document.addEventListener(`comments:${name}`, ({ detail }: any) => seen.events.push({ name, ...detail }));
  new Observer((list: any) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

export type Seen = {
  readonly violations: readonly string[];
  readonly shift: number;
  readonly events: readonly { readonly name: string; readonly code?: string; readonly sentence?: string }[];
};

export const seenOn = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as any).seen);

/** What the script asked the API for about comments; the demo's badges are filled besides. */
export const askedOf = (requests: readonly string[]): readonly string[] =>
  requests.filter((line) => /\/v1\/|\/r\//.test(line) && !line.includes('/counts?'));

type Bare = BrowserContextOptions & {
  readonly path?: string;
  /** Whether the test moves the page's clock. */
  readonly clock?: boolean;
};

/** Readers' pages of a server, in real browsers. */
export const readersOf = (server: Server, browser: ReturnType<typeof withBrowser>) => {
  const prepare = async (page: Page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.addInitScript(watch);
    return { page, requests };
  };
  const visit = async (page: Page, path: string) => {
    const prepared = await prepare(page);
    await page.goto(`${server.url}${path}`);
    await page.waitForFunction(isUpgraded);
    return prepared;
  };
  /** A demo page as a new reader opens it. */
  const open = async (path = '/fr/', options: object = {}) =>
    visit(await browser.open({ locale: 'fr-FR', ...options }), path);
  /** A page of the publisher's that holds nothing but what is given, under the demo's own policy. */
  const openBare = async (markup: string, { path = '/bare', clock = false, ...options }: Bare = {}) => {
    const page = await browser.open({ locale: 'fr-FR', ...options });
    if (clock) await page.clock.install();
    const policy = (await fetch(`${server.url}/fr/`)).headers.get('content-security-policy') ?? '';
    const headers = { 'content-security-policy': policy };
    const bare = { contentType: 'text/html; charset=utf-8', headers, body: bareDocument(markup) };
    await page.route(`${server.url}/bare*`, (route) => route.fulfill(bare));
    return visit(page, path);
  };
  return { open, openBare, visit };
};

/** A page of the publisher’s that loads script and style. */
export const bareDocument = (markup: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Un article</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/embed.css">
<script src="/embed.js" defer></script></head><body><main><h1>Un article</h1>${markup}</main></body></html>`;

export const write = async (page: Page, text: string, author = 'Odile') => {
  await page.getByLabel(/^(Votre commentaire|Your comment)$/).fill(text);
  await page.getByLabel(/^(Votre nom|Your name)$/).fill(author);
};

export const sendIt = (page: Page) =>
  page.getByRole('button', { name: /^(Envoyer le commentaire|Send (the )?comment)$/ }).click();

export const rememberBox = (page: Page) => page.getByLabel(/^(Me reconnaître|Recognise me)/);

export const publisherOf =
  (calls: ReturnType<typeof callsTo>) =>
  async (author: string, text: string, article = FRENCH): Promise<string> => {
    const { id } = (await (await calls.submit(article, { author, text })).json()) as any;
    await calls.decide(article, id, 'approve');
    return id;
  };

/** A server that takes comments at any pace, and readers' browsers. @param policy what its site has otherwise */
export const withReaders = (policy: object = {}) => {
  const server = withServer();
  const browser = withBrowser();
  const calls = callsTo(server);
  beforeAll(async () => {
    await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, ...policy });
  });
  return { server, browser, calls, readers: readersOf(server, browser), publish: publisherOf(calls) };
};
