import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { callsTo, noFlood } from '../server/calls.ts';
import { withServer } from '../server/with-server.ts';
import { type Firefox, startFirefox } from './bidi.ts';

const server = withServer();
const calls = callsTo(server);
let firefox: Firefox | undefined;

beforeAll(() => calls.setPolicy({ ...noFlood, formToken: { minS: 0 } }), 120_000);
afterEach(() => firefox?.stop());

/** Opens a demo page in a new Firefox. */
const openArticle = async (isScripted: boolean) => {
  firefox = await startFirefox({ 'javascript.enabled': isScripted });
  const { ask, context } = firefox;
  await ask('browsingContext.navigate', { context, url: `${server.url}/fr/#respond`, wait: 'complete' });
  const find = async (selector: string) => {
    const locator = { type: 'css', value: selector };
    const { nodes } = await ask('browsingContext.locateNodes', { context, locator });
    return nodes[0];
  };
  const perform = (id: string, type: string, actions: readonly object[]) =>
    ask('input.performActions', { context, actions: [{ id, type, actions }] });
  const press = (keys: string) =>
    perform(
      'keys',
      'key',
      [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  const click = async (selector: string) => {
    const { sharedId } = await find(selector);
    await perform('mouse', 'pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  };
  return { ask, context, find, press, click };
};

/** By keyboard from the text on, as the form is laid out. */
const write = async ({ press, click }: Awaited<ReturnType<typeof openArticle>>, text: string) => {
  await click('textarea[name=text]');
  await press(text);
  await press(`${TAB}Odile${ENTER}`);
};
const TAB = '\uE004';
const ENTER = '\uE007';

const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};
const waiting = async () => (await calls.queue('pending')).map(({ text }: { text: string }) => text);

test('without JavaScript the plain form sends a comment and leads to its receipt', async () => {
  const page = await openArticle(false);
  await write(page, 'Depuis Firefox, sans script.');
  await until(async () => {
    const { contexts } = await page.ask('browsingContext.getTree', {});
    return contexts[0].url.includes('/r/');
  });
  expect(await waiting()).toContain('Depuis Firefox, sans script.');
});

test('with JavaScript the comment is shown as held in its place', async () => {
  const page = await openArticle(true);
  await write(page, 'Depuis Firefox, avec script.');
  await until(async () => (await page.find('.comments .own')) !== undefined);
  const { contexts } = await page.ask('browsingContext.getTree', {});
  expect(contexts[0].url).toContain('/fr/');
  expect(await waiting()).toContain('Depuis Firefox, avec script.');
});
