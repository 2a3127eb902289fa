import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openEngine } from '../../local/engine/engine.ts';
import type { Logged } from '../../local/functions/messages.ts';
import { type Functions, HANDLERS, runFunctions } from '../../local/functions/run-functions.ts';
import { createGateway } from '../../local/gateway/gateway.ts';
import { close, listen } from '../../local/gateway/listen.ts';
import type { Gateway } from '../../local/gateway/respond.ts';
import { localDatabase } from '../../local/local-database.ts';
import { assemble, prepare } from '../../local/parts.ts';
import { readStack } from '../../local/stack.ts';
import { compileCache } from './compile-cache.ts';
import { withFolder } from './with-folder.ts';

// The server of `npm start` on a database that may not grow: what a full disk is to it, without filling one.

const folder = withFolder();
const stack = readStack();
const COMMENTS = '/v1/sites/demo/comments';
const ARTICLE = 'la-halle-de-valrive-rouvre';
/** Of 4 KB: enough for some comments. */
const PAGES_FREE = 60;

/** Takes all but some pages of a database that is made for it. @returns how many pages there are, and what gives them back */
const fillDisk = () => {
  const { file } = localDatabase(folder, stack);
  openEngine(localDatabase(folder, stack)).close();
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE filler (bytes); INSERT INTO filler VALUES (zeroblob(1000000))');
  const pages = db.prepare('PRAGMA page_count').get()?.page_count as number;
  return {
    pagesMax: pages + PAGES_FREE,
    makeRoom: () => {
      db.exec('DROP TABLE filler');
      db.close();
    },
  };
};

const { pagesMax, makeRoom } = fillDisk();
const settings = {
  port: 0,
  dataDir: folder,
  dynamodbEndpoint: undefined,
  trustedProxies: '127.0.0.1',
  edge: false,
  demo: 'off' as const,
};
const gateway = Promise.withResolvers<Gateway>();
const server = createGateway(gateway.promise);
let url: string;
let functions: Functions;
const logged: Logged[] = [];
beforeAll(async () => {
  const port = await listen(server, 0);
  url = `http://127.0.0.1:${port}`;
  const place = { stack, settings, port, url, outer: {} };
  const prepared = prepare(place).then((preparation) => ({
    ...preparation,
    database: { ...localDatabase(folder, stack), pagesMax },
  }));
  functions = runFunctions({
    compileCache,
    stack: Promise.resolve(stack),
    folder: HANDLERS,
    extension: '.ts',
    preparation: prepared,
    report: () => {},
    onLogged: (entry) => logged.push(entry),
  });
  gateway.resolve((await assemble(place, functions, () => {})).gateway);
});
afterAll(async () => {
  await close(server, 0);
  await functions.stop();
});

let visitors = 0;
const post = () => {
  visitors += 1;
  return fetch(`${url}${COMMENTS}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `2001:db8:${visitors.toString(16)}::1`,
    },
    body: JSON.stringify({
      article: ARTICLE,
      author: 'Inès',
      text: `${visitors}. La charpente est belle. ${'x '.repeat(500)}`,
    }),
  });
};
/** Status of the receipt of each comment that was acknowledged. */
const statusesOf = (receipts: readonly string[]) =>
  Promise.all(receipts.map(async (receipt) => (await fetch(receipt)).status));

test('on a full disk comments are refused for a while, reads go on, and none that was acknowledged is lost', async () => {
  const receipts: string[] = [];
  let answer = await post();
  for (; answer.status === 202; answer = await post()) receipts.push(answer.headers.get('location') ?? '');

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ code: 'storage-unavailable' });
  expect(receipts.length).toBeGreaterThan(3);
  expect(logged).toContainEqual(
    expect.objectContaining({ event: 'request-failed', error: 'InternalServerError', cause: 'SQLITE_FULL' }),
  );
  // The stream is told, so that no change is given up for it.
  expect(await functions.ask('$outages', null)).toBeGreaterThan(0);
  expect(await functions.ask('$outages', null)).toBe(0);
  expect(await statusesOf(receipts)).toEqual(receipts.map(() => 200));
  expect((await fetch(`${url}${COMMENTS}?article=${ARTICLE}`)).status).toBe(200);

  makeRoom();
  const more = await post();
  expect(more.status).toBe(202);
  receipts.push(more.headers.get('location') ?? '');
  expect(await statusesOf(receipts)).toEqual(receipts.map(() => 200));
});
