import { expect, test } from '@jest/globals';
import { flawsOf } from './accessibility.ts';
import { withBrowser } from './browser.ts';
import { withServer } from './with-server.ts';

// The local sign-in's pages, as a browser shows them.

const server = withServer();
const browser = withBrowser();
const SHOTS = process.env.SHOTS;

const beginning = () =>
  `${server.url}/oidc/auth?${new URLSearchParams({
    ...{ client_id: 'palabre-moderation', response_type: 'code', scope: 'openid email', prompt: 'login' },
    ...{ redirect_uri: `${server.url}/moderation/`, state: 's', nonce: 'n', code_challenge_method: 'S256' },
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  })}`;

test.each([
  { locale: 'fr-FR', colorScheme: 'light', width: 1280 },
  { locale: 'fr-FR', colorScheme: 'dark', width: 320 },
  { locale: 'en-GB', colorScheme: 'light', width: 320 },
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
] as const)(
  'the page on which to choose is found good by axe, and nothing stands out of it: %j',
  async ({ width, ...look }) => {
    const page = await browser.open({ ...look, viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(beginning());
    if (SHOTS)
      await page.screenshot({ path: `${SHOTS}/choose-${look.locale}-${look.colorScheme}-${width}.png` });
    expect(await flawsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.fill('#email', 'lea');
    await page.press('#email', 'Enter');
    await page.waitForSelector('#unknown');
    expect(await flawsOf(page)).toEqual([]);
  },
);

test('somebody signs in, and then as somebody else, without a script of ours or a refused style', async () => {
  const page = await browser.open({ locale: 'en-GB' });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const name of ['Claire Vasseur', 'Nora Lindqvist']) {
    await page.goto(beginning());
    await page.click(`button:has-text("${name}")`);
    await page.waitForURL(/[/]moderation[/][?]code=/);
  }
  expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
});
