import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { FRENCH, publisherOf, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
/** A publisher's own server: another origin than the API's, with a policy that isolates its pages. */
let publisher: HttpServer;
let head = '';

const origin = () => `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`;
const documentOf = () =>
  `<!doctype html><html lang="fr"><title>Un article</title><link rel="icon" href="data:,">${head}
<body><palabre-comments site="demo" article="${FRENCH}"></palabre-comments></body></html>`;

beforeAll(async () => {
  publisher = createServer((_, response) => {
    const api = server.url;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-embedder-policy': 'require-corp',
      'content-security-policy': `default-src 'none'; script-src ${api}; style-src ${api}; connect-src ${api}; img-src data:; require-trusted-types-for 'script'`,
    });
    response.end(documentOf());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => publisher.once('listening', resolve));
  await publisherOf(calls)('Marc', 'Une remarque pour tous les sites.');
});
afterAll(() => {
  publisher.close();
});

const embed = async (): Promise<any> => (await fetch(`${server.url}/embed.json`)).json();
const open = async () => {
  const page = await browser.open({ locale: 'fr-FR' });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(origin());
  return { page, errors };
};

test('the elements of embed.json load script and style from another origin, checked, and kept for a year', async () => {
  const { html, script, style, integrity } = await embed();
  head = html;
  const { page, errors } = await open();
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  // The publisher's origin is no origin of the site, so the comments themselves are not read from it.
  await page.getByText('Les commentaires ne se chargent pas.').waitFor();
  expect(errors.filter((error) => /integrity|embed-/.test(error))).toEqual([]);
  expect(await page.evaluate("getComputedStyle(document.querySelector('palabre-comments')).display")).toBe(
    'block',
  );
  for (const [address, digest] of [
    [script, integrity.script],
    [style, integrity.style],
  ]) {
    const { headers } = await fetch(address);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(html).toContain(`"${address}" integrity="${digest}" crossorigin`);
  }
  await page.context().close();
});

test('a script by its content knows where the API is, and a changed one does not run', async () => {
  head = (await embed()).html;
  const { page } = await open();
  const asked = page.waitForRequest((request) =>
    request.url().startsWith(`${server.url}/v1/sites/demo/comments?`),
  );
  await page.reload();
  await asked;
  head = head.replaceAll(/sha384-./g, (start: string) => (start.endsWith('A') ? 'sha384-B' : 'sha384-A'));
  const changed = await open();
  await changed.page.waitForLoadState('networkidle');
  expect(changed.errors.some((error) => error.includes('integrity'))).toBe(true);
  expect(await changed.page.evaluate("customElements.get('palabre-comments') === undefined")).toBe(true);
  expect(
    await changed.page.evaluate("getComputedStyle(document.querySelector('palabre-comments')).display"),
  ).toBe('inline');
  await changed.page.context().close();
  await page.context().close();
});

test('from another origin of the site comments are read, sent as one person’s, and followed', async () => {
  head = (await embed()).html;
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
  // The answer of a test counts as public, and this server as one of a private network.
  const page = await browser.open({ locale: 'en-GB', permissions: ['local-network-access'] });
  const elsewhere = server.url.replace('127.0.0.1', 'localhost');
  await page.route(`${elsewhere}/article`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: documentOf() }),
  );
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${elsewhere}/article`);
  await page.getByText('Une remarque pour tous les sites.').waitFor();
  await write(page, 'Une remarque venue d’un autre site.');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await sendIt(page);
  const { id, visitor } = (await (await answer).json()) as any;
  await page.locator('.own').waitFor();
  expect(errors).toEqual([]);
  // The next comment proves the same person.
  await write(page, 'Une seconde remarque venue de là.');
  const second = page.waitForRequest((request) => request.method() === 'POST');
  await sendIt(page);
  expect((await second).postDataJSON().visitor).toBe(visitor);
  await page.locator('.own').nth(1).waitFor();
  await calls.decide(FRENCH, id, 'reject', { reason: 'off-topic' });
  await page.reload();
  await page.locator('.own').getByText('Non publié par la rédaction').waitFor();
  await page.context().close();
});
