import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openEngine } from '../../local/engine/engine.ts';
import { localDatabase } from '../../local/local-database.ts';
import { withFolder } from './with-folder.ts';
import { type Finished, run } from './with-server.ts';

const folder = withFolder();
const folderOf = (name: string) => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};
const opened: { close: () => unknown }[] = [];
afterAll(() => {
  for (const { close } of opened) close();
});

/** A port that takes connections and says nothing, or, once closed, refuses them. */
const listen = async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return once(server.close(), 'close');
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
};

const PAGE = 4096;

/** @param spoil gets the bytes of a database, and the page that the index of its keys begins at @returns the folder */
const damaged = (name: string, spoil: (of: { bytes: Buffer; root: number }) => unknown) => {
  const dataDir = folderOf(name);
  const setup = localDatabase(dataDir);
  openEngine(setup).close();
  const db = new DatabaseSync(setup.file);
  const row = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'item_key'").get();
  db.close();
  const bytes = readFileSync(setup.file);
  spoil({ bytes, root: Number(row?.rootpage) });
  writeFileSync(setup.file, bytes);
  return dataDir;
};

const starts = {
  'a database file that another process has locked': async () => {
    const dataDir = folderOf('locked');
    const db = new DatabaseSync(localDatabase(dataDir).file);
    db.exec('BEGIN EXCLUSIVE');
    opened.push({ close: () => db.close() });
    return run(dataDir, ['start']);
  },
  'a database file that is a folder': async () => {
    const dataDir = folderOf('no-file');
    mkdirSync(localDatabase(dataDir).file);
    return run(dataDir, ['start']);
  },
  'a database file of zeroed pages': async () =>
    run(
      damaged('zeroed', ({ bytes }) => bytes.fill(0, PAGE)),
      ['start'],
    ),
  'a database file with a damaged page that the opening does not meet': async () =>
    run(
      damaged('deep', ({ bytes, root }) => bytes.fill(0, (root - 1) * PAGE, root * PAGE)),
      ['start'],
    ),
  'a database file whose log is there without it': async () => {
    const dataDir = folderOf('lost');
    writeFileSync(`${localDatabase(dataDir).file}-wal`, 'what was acknowledged');
    return run(dataDir, ['start']);
  },
  'a data folder that is a file': async () => {
    const dataDir = join(folder, 'no-folder');
    writeFileSync(dataDir, 'a letter to somebody');
    return run(dataDir, ['start']);
  },
  'a data folder where the system makes none': async () => run('/proc/x/y', ['start']),
  'a proxy that is no address': async () => run(folderOf('proxied'), ['start'], { TRUSTED_PROXIES: 'foo' }),
  'a port that is none': async () => run(folderOf('ported'), ['start'], { PORT: 'abc' }),
  'a database file that is a pipe': async () => {
    const dataDir = folderOf('pipe');
    if (process.platform !== 'win32') execFileSync('mkfifo', [localDatabase(dataDir).file]);
    else writeFileSync(localDatabase(dataDir).file, 'no database');
    return run(dataDir, ['start']);
  },
  'a database that refuses connections': async () => {
    const { endpoint, close } = await listen();
    await close();
    return run(folderOf('refusing'), ['start'], { DYNAMODB_ENDPOINT: endpoint });
  },
  'a database that says nothing': async () => {
    const { endpoint, close } = await listen();
    opened.push({ close });
    return run(folderOf('silent'), ['start'], { DYNAMODB_ENDPOINT: endpoint });
  },
};
type Case = keyof typeof starts;

// Two of them wait some seconds before they give up: all of them wait at once.
const finished = {} as Record<Case, Promise<Finished>>;
beforeAll(() => {
  for (const [name, start] of Object.entries(starts)) finished[name as Case] = start();
});

test.each<[Case, RegExp]>([
  ['a database file that another process has locked', /comments[.]db is locked by another program: end that/],
  ['a database file that is a folder', /comments[.]db cannot be opened: look at the folder/],
  ['a database file of zeroed pages', /comments[.]db is damaged: bring it back from a copy/],
  [
    'a database file with a damaged page that the opening does not meet',
    /deep.comments[.]db is damaged: (move it away with .*, and )?bring it back from a copy/,
  ],
  ['a database file whose log is there without it', /comments[.]db is missing or empty, but what belongs/],
  ['a data folder that is a file', /no-folder cannot be used: there is a file of that name/],
  ['a data folder where the system makes none', /proc.x.* cannot be used: /],
  ['a proxy that is no address', /^TRUSTED_PROXIES holds "foo", which is neither/],
  ['a port that is none', /^PORT is no port number: /],
  ['a database file that is a pipe', /comments[.]db is not a database of Palabre/],
  ['a database that refuses connections', /^The table cannot be made at http:.* Does a database answer/],
  ['a database that says nothing', /^The table cannot be made at http:.* Does a database answer/],
])('a start on %s ends with one sentence and exit code 1', async (name, sentence) => {
  const { code, output, errors } = await finished[name];
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(sentence);
  expect(errors.split('\n')).toEqual([expect.any(String), '']);
});
