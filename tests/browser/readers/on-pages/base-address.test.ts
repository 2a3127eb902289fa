import { beforeAll, expect, test } from '@jest/globals';
import { bareDocument, FRENCH, withReaders } from '../reader-page.ts';

const { browser, publish, readers, server } = withReaders();
let id = '';

beforeAll(async () => {
  id = await publish('Marc', 'Sous la halle, il fait bon.');
});

test.each([
  ['the server drew', true],
  ['the script drew', false],
])(
  'on a page with a base of its own, the permalink of a comment that %s leads to the page',
  async (_, isBrought) => {
    const where = `${server.url}/v1/sites/demo/comments.html?article=${FRENCH}`;
    const fragment = isBrought ? await (await fetch(where)).text() : '';
    const body = bareDocument(
      `<palabre-comments site="demo" article="${FRENCH}">${fragment}</palabre-comments>`,
    ).replace('</head>', '<base href="/elsewhere/"></head>');
    const page = await browser.open();
    await page.route(`${server.url}/page*`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await readers.visit(page, '/page?a=1');
    const link = page.locator(`#comment-${id} header > a`);
    await page.waitForFunction(
      () => (globalThis as any).document.querySelector('.comments article header > a')?.search === '?a=1',
    );
    await link.click();
    await page.locator(`#comment-${id}.linked`).waitFor();
    expect(page.url()).toBe(`${server.url}/page?a=1#comment-${id}`);
    await page.context().close();
  },
);
