import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../server/browser.ts';
import { callsTo, noFlood } from '../../server/calls.ts';
import { withServer } from '../../server/with-server.ts';
import { ENGLISH, FRENCH, publisherOf, readersOf, seenOn, sendIt, write } from './reader-page.ts';

const server = withServer();
const browser = withBrowser();
const calls = callsTo(server);
const readers = readersOf(server, browser);

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);

const textOf = (page: Page) => page.locator('textarea[name=text]').inputValue();
const errorsOn = async (page: Page) => (await seenOn(page)).events.filter(({ name }) => name === 'error');
const problem = (status: number, code: string, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: `/problems/${code}`, title: '', status, detail: '', code }),
});
/** Answers the first sending so, and notes every one. */
const answerFirst = async (page: Page, first: { status: number; headers: object; body: string } | 'lost') => {
  const sent: { readonly key: string | undefined; readonly body: any }[] = [];
  await page.route('**/v1/sites/demo/comments', (route) => {
    const request = route.request();
    sent.push({ key: request.headers()['idempotency-key'], body: request.postDataJSON() });
    if (sent.length > 1) return route.continue();
    return first === 'lost' ? route.abort() : route.fulfill({ ...first, headers: { ...first.headers } });
  });
  return sent;
};

test.each([
  ['/fr/', /Encore \d secondes?, votre texte est gardé/, 'Vous pouvez envoyer votre commentaire.'],
  ['/en/', /\d more seconds?; your text is kept/, 'You can send your comment now.'],
])(
  'whoever is too fast on %s sees the seconds count down, keeps their text, and sends the same once',
  async (path, counting, ready) => {
    const { page } = await readers.open(path);
    const text = `Un peu trop vite, sur ${path} cette fois.`;
    await write(page, text);
    const sent = await answerFirst(page, problem(429, 'too-many-comments', { 'retry-after': '3' }));
    await sendIt(page);
    const said = page.locator('form [role=status]');
    await said.getByText(counting).waitFor();
    const first = await said.innerText();
    await page.waitForFunction(
      ([before]) => (globalThis as any).document.querySelector('form [role=status]').innerText !== before,
      [first],
    );
    expect(await said.getAttribute('aria-live')).toBe('off');
    await said.getByText(ready).waitFor();
    expect(await said.getAttribute('aria-live')).toBeNull();
    expect(await textOf(page)).toBe(text);
    await sendIt(page);
    await page.locator('.own').waitFor();
    expect(sent[1]).toEqual(sent[0]);
    expect(await errorsOn(page)).toEqual([expect.objectContaining({ code: 'too-many-comments' })]);
    await page.context().close();
  },
);

test.each([
  ['/fr/', 360],
  ['/en/', 1280],
])('the answer to sending is on the screen, wherever the form stands (%s, %d px)', async (path, width) => {
  const { page } = await readers.open(path, { viewport: { width, height: 640 } });
  await write(page, `Où se lit la réponse, sur ${path}`);
  await page.context().setOffline(true);
  await page.locator('form button').last().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const { document, scrollBy, innerHeight } = globalThis as any;
    const button = document.querySelector('palabre-comments form button:not([type=button])');
    scrollBy(0, button.getBoundingClientRect().bottom - innerHeight);
  });
  await sendIt(page);
  const said = page.locator('form [role=status]');
  await said.getByText(/^(Pas de réseau|No network)/).waitFor();
  const { top, bottom } = await said.evaluate((line: any) => {
    const { top: above, bottom: below } = line.getBoundingClientRect();
    return { top: above, bottom: below };
  });
  expect(top).toBeGreaterThanOrEqual(0);
  // Half a pixel may be rounded away.
  expect(bottom).toBeLessThan(641);
  await page.context().close();
});

test.each([
  ['/fr/', 'lost' as const, 'Le service ne répond pas.', 'unreachable'],
  ['/en/', problem(503, 'storage-unavailable'), 'The service does not answer.', 'storage-unavailable'],
  ['/fr/', { status: 502, headers: {}, body: '<html>' }, 'Le service ne répond pas.', 'http-502'],
])(
  'on %s no answer, or none that can be read, leaves the text, and sending again makes one comment',
  async (path, first, sentence, code) => {
    const { page } = await readers.open(path);
    const text = `Personne ne répond : ${code}.`;
    await write(page, text);
    const sent = await answerFirst(page, first);
    await sendIt(page);
    await page.getByText(sentence).waitFor();
    expect(await textOf(page)).toBe(text);
    expect(await errorsOn(page)).toEqual([
      { name: 'error', code, sentence: expect.stringContaining(sentence) },
    ]);
    await sendIt(page);
    await page.locator('.own').waitFor();
    expect(sent[1]).toEqual(sent[0]);
    await page.context().close();
  },
);

test.each([
  ['/fr/', 'Pas de réseau.'],
  ['/en/', 'No network.'],
])(
  'without a network on %s the text stays, also over a reload, and is sent once there is one',
  async (path, sentence) => {
    const { page } = await readers.open(path);
    await write(page, `Hors ligne sur ${path} un moment.`);
    await page.context().setOffline(true);
    await sendIt(page);
    await page.getByText(sentence).waitFor();
    expect((await errorsOn(page))[0]?.code).toBe('offline');
    await page.context().setOffline(false);
    await page.reload();
    expect(await textOf(page)).toBe(`Hors ligne sur ${path} un moment.`);
    await sendIt(page);
    await page.locator('.own').waitFor();
    await page.context().close();
  },
);

test.each([
  ['/fr/', FRENCH, 'n’est plus en ligne'],
  ['/en/', ENGLISH, 'no longer there'],
])(
  'an answer to a comment that went meanwhile keeps its text on %s and may open a discussion',
  async (path, article, sentence) => {
    const parent = await publisherOf(calls)('Marc', `Qui répond sur ${path} ici ?`, article);
    const { page } = await readers.open(path);
    await page.locator(`#comment-${parent} footer a`).first().click();
    await write(page, `Une réponse qui arrive trop tard, ${path}.`);
    await calls.decide(article, parent, 'reject', { version: 2 });
    await sendIt(page);
    await page.getByText(sentence).waitFor();
    expect(await textOf(page)).toContain('trop tard');
    expect(await page.locator('form .answered').count()).toBe(0);
    await sendIt(page);
    await page.locator('.own').waitFor();
    expect((await errorsOn(page)).map(({ code }) => code)).toEqual(['parent-not-found']);
    await page.context().close();
  },
);

test.each([
  ['/fr/', '500 caractères au plus.', '20 caractères au moins.'],
  ['/en/', 'At most 500 characters.', 'At least 20 characters.'],
])('a text of a wrong length on %s is told the limit of its site', async (path, tooLong, tooShort) => {
  const text = { charactersMin: 20, charactersMax: 500 };
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, text });
  const { page } = await readers.open(path);
  await write(page, 'Bien dit. '.repeat(82));
  await sendIt(page);
  await page.locator('form').getByText(tooLong).waitFor();
  await write(page, 'Bien dit.');
  await sendIt(page);
  await page.locator('form').getByText(tooShort).waitFor();
  await page.context().close();
  await calls.setPolicy({ ...noFlood, formToken: { minS: 0 } });
});

test('what was refused for good is sent anew under another key, with another token', async () => {
  const { page } = await readers.open();
  await write(page, 'Le jeton de ce formulaire est faux.');
  await page.evaluate(() => {
    (globalThis as any).document.querySelector('[name=formToken]').value = 'x'.repeat(700);
  });
  const sent = await answerFirst(page, problem(422, 'invalid-fields'));
  await sendIt(page);
  await page.getByText('n’est pas parti').first().waitFor();
  await page.waitForFunction(() => {
    const { value } = (globalThis as any).document.querySelector('[name=formToken]');
    return value !== '' && !value.startsWith('xxx');
  });
  await sendIt(page);
  await page.locator('.own').waitFor();
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
  expect(sent[1]?.body.formToken).not.toBe(sent[0]?.body.formToken);
  await page.context().close();
});
