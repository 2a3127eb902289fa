import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../../tools/free-port.mjs';
import type { Random } from '../../../training/random.ts';
import { honestComment, spamComment } from '../../comments.ts';
import { askingAt } from '../../load/ask.ts';
import type { Subject } from '../../load/measure.ts';

import {
  floodPlugin,
  fpmConfiguration,
  nginxConfiguration,
  type Place,
  wordpressConfiguration,
} from './configurations.ts';
import { type Programs, wordpressPrograms } from './packages.ts';
import { startDatabase, startWeb } from './processes.ts';
import { type Installed, type WordPressWorks, wordpressWorks } from './works.ts';

const run = promisify(execFile);
const USER = 'admin';
const POSTS = 201;
const PAGE_COMMENTS = 1000;
const SPREAD_S = 10 * 86_400;

export type WordPress = {
  readonly url: string;
  readonly installed: Installed;
  readonly subject: Subject;
  readonly works: WordPressWorks;
  readonly version: string;
  readonly stop: () => Promise<void>;
};

type Wanted = {
  /** Empty or not there yet; its own users must be able to reach it. */
  readonly folder: string;
  readonly decided: number;
  readonly waiting: number;
  readonly random: Random;
  /** Plugins that cannot be switched off, by their file names. */
  readonly plugins?: Readonly<Record<string, string>>;
};

/** Installs WordPress into a folder of its own, fills it like ours and starts it on a free port. @throws in one sentence. */
export const startWordPress = async (wanted: Wanted, tell: (step: string) => void): Promise<WordPress> => {
  const programs = await wordpressPrograms(tell);
  tell('setting up WordPress');
  await using starting = new AsyncDisposableStack();
  const place = { folder: wanted.folder, port: await freePort() };
  prepare(programs, place, wanted.plugins);
  const database = await startDatabase(programs, place);
  starting.defer(database.stop);
  const installed = await install(programs, place, wanted);
  const web = await startWeb(programs, place);
  starting.defer(web.stop);
  const { ask, close } = askingAt(`http://127.0.0.1:${place.port}`);
  starting.defer(close);
  const started = starting.move();
  return {
    url: `http://127.0.0.1:${place.port}`,
    installed,
    subject: { name: 'wordpress', ask, pids: [...web.pids, ...database.pids] },
    works: wordpressWorks(ask, installed),
    version: installed.version,
    stop: () => started.disposeAsync(),
  };
};

/** The workers and the database run as users of their own, who may read the files. */
const prepare = ({ wordpress }: Programs, place: Place, plugins: Wanted['plugins'] = {}): void => {
  const { folder } = place;
  const root = join(folder, 'wordpress');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  cpSync(wordpress, root, { recursive: true, dereference: true });
  mkdirSync(join(root, 'wp-content/mu-plugins'));
  const files = {
    'wordpress/wp-config.php': wordpressConfiguration(place),
    'php.conf': fpmConfiguration(place),
    'nginx.conf': nginxConfiguration(place),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries({ 'flood.php': floodPlugin, ...plugins }))
    writeFileSync(join(root, 'wp-content/mu-plugins', name), text);
};

const install = async (
  { php }: Programs,
  { folder }: Place,
  wanted: Wanted,
): Promise<Installed & { readonly version: string }> => {
  const password = randomBytes(16).toString('hex');
  const file = join(folder, 'wanted.json');
  const filling = { title: 'Le Courrier', user: USER, password, posts: POSTS, comments: commentsOf(wanted) };
  writeFileSync(file, JSON.stringify(filling));
  const script = join(import.meta.dirname, 'setup.php');
  const { stdout } = await run(php, [script, file], { cwd: join(folder, 'wordpress'), maxBuffer: 2 ** 26 });
  return { ...JSON.parse(stdout.slice(stdout.lastIndexOf('{'))), user: USER, password };
};

/** As in our store: of ten decided comments one was rejected and one is spam. */
const commentsOf = ({ decided, waiting, random }: Wanted) => {
  const begin = Date.now() / 1000 - SPREAD_S;
  let shown = 0;
  return Array.from({ length: decided + waiting }, (_, at) => {
    const status = at < decided ? (['trash', 'spam'][at % 10] ?? '1') : '0';
    const isOnPage = status === '1' && shown++ < PAGE_COMMENTS;
    const { author, email, text } = status === 'spam' ? spamComment(random) : honestComment(random);
    const time = Math.floor(begin + (SPREAD_S * at) / (decided + waiting));
    return [isOnPage ? 0 : 1 + (at % (POSTS - 1)), status, author, email, text, time];
  });
};
