import type { BrowserContextOptions, Page } from 'playwright-core';
import { nextCall, type withBrowser } from '../server/browser.ts';
import { callsTo, noFlood } from '../server/calls.ts';
import { eventually, type Server } from '../server/with-server.ts';

type Browser = ReturnType<typeof withBrowser>;
export type OpenOptions = BrowserContextOptions & {
  /** One of the provider's people, or anybody by an address. */
  readonly person?: string;
  readonly email?: string;
  readonly path?: string;
  /** A whole address instead of a path. */
  readonly address?: string;
};

const SIGN_IN = /^(Se connecter|Sign in)$/;

/** What browser tests do on the moderators' page of one server. */
export const moderationDesk = (server: Server, browser: Browser) => {
  const calls = callsTo(server);
  let sent = 0;
  const openGate = async (asked: OpenOptions = {}) => {
    const { person = 'Claire Vasseur', email, path = '?site=demo', address, ...options } = asked;
    const page = await browser.open({ locale: 'fr-FR', ...options });
    // One process for all contexts keeps one storage for them.
    await page.goto(`${server.url}/moderation/`);
    await page.evaluate('localStorage.clear()');
    await page.goto(address ?? `${server.url}/moderation/${path}`);
    await page.reload();
    await page.getByRole('button', { name: SIGN_IN }).click();
    if (email === undefined) await page.getByRole('button', { name: person }).click();
    else {
      await page.getByLabel(/^(Adresse e-mail|Email address)$/).fill(email);
      await page.getByRole('button', { name: /^(Continuer|Continue)$/ }).click();
    }
    return page;
  };
  const open = async (asked: OpenOptions = {}) => {
    const page = await openGate(asked);
    await page.locator('.top').waitFor();
    return page;
  };
  /** Empties the queue, and fills it with comments on an article. @returns their ids, oldest first */
  const fill = async (article: string, count: number): Promise<string[]> => {
    await calls.setPolicy({ ...noFlood, formToken: { minS: 0 }, nearDuplicate: { bitsMax: 0 } });
    for (
      let waiting = await calls.queue('pending');
      waiting.length > 0;
      waiting = await calls.queue('pending')
    )
      for (const { article: of, id, version } of waiting)
        await calls.decide(of.id, id, 'reject', { version });
    const ids: string[] = [];
    for (let n = 1; n <= count; n += 1) {
      // No text twice: a check would see that.
      sent += 1;
      const answer = await calls.submit(article, {
        author: `Lectrice ${n}`,
        text: `Commentaire ${sent} sur la halle, avec ${n} raisons de revenir ${'samedi '.repeat(n % 5)}`,
      });
      ids.push(((await answer.json()) as { id: string }).id);
    }
    return ids;
  };
  return {
    calls,
    /** Opens the page and signs in through the local provider. */
    open,
    /** The same, for who may not be let in. */
    openGate,
    fill,
    /** Fills the queue, opens the page and waits until all of it is listed. */
    openQueue: async (article: string, count: number): Promise<Page> => {
      await fill(article, count);
      const page = await open();
      await page
        .locator('.row')
        .nth(count - 1)
        .waitFor();
      return page;
    },
    /** Waits until a queue of the API has so many comments. */
    waitForQueue: (queue: string, count: number) =>
      eventually(
        () => calls.queue(queue),
        (comments) => comments.length === count,
      ),
  };
};

/** What the page drew last listens once it is painted. */
const isPainted = () => {
  const { requestAnimationFrame: onFrame } = globalThis as any;
  return new Promise<void>((resolve) => onFrame(() => onFrame(() => setTimeout(resolve))));
};

/** Waits until the page has drawn, and brought into sight, what it knows of. */
export const painted = (page: Page): Promise<void> => page.evaluate(isPainted);

/** Presses keys one after the other, as fast as the page takes them. */
export const press = async (page: Page, keys: string): Promise<void> => {
  await painted(page);
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};

/** The name of the author of the selected comment. */
export const selectedAuthor = (page: Page): Promise<string> =>
  page.locator('.row[data-selected=true] h2').innerText();

/** Holds the answer to the next call of an address back. @returns lets it come, once it was asked for */
export const holdBack = (page: Page, url: string): (() => Promise<void>) => {
  const fetched = nextCall(page, url).then(async (route) => ({ route, response: await route.fetch() }));
  return async () => {
    const { route, response } = await fetched;
    await route.fulfill({ response });
  };
};
