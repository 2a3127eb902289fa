import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { environment } from '../config.ts';
import { copyDatabase } from './engine/copy-database.ts';
import { keepOnce, readIfThere } from './keep.ts';
import { localDatabase } from './local-database.ts';
import { lock } from './lock.ts';
import { readSettings } from './settings.ts';

const USAGE = `Usage: DATA_DIR=<new folder> npm run restore -- --from <data folder>

Copies the database of a data folder, with its secret, into a folder that has none yet: what restoring a table is in AWS. The folder
it is copied from may have a running server, and is left as it is. The copy's stream begins anew, so that nothing that was written and
not yet counted will be told of again: npm run job -- reconcile-counts --since <day> counts it.
`;
const SECRET = 'secret';

const run = async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return USAGE;
  if (!values.from) throw new Error(USAGE);
  const { dataDir } = readSettings(environment());
  const unlock = lock(dataDir);
  try {
    return await restore(resolve(values.from), dataDir);
  } finally {
    unlock();
  }
};

const restore = async (from: string, to: string) => {
  const [source, target] = [from, to].map((folder) => localDatabase(folder).file) as [string, string];
  if (!existsSync(source)) throw new Error(`${source} is not there: name a data folder.`);
  if (existsSync(target)) throw new Error(`${to} has a database already: set DATA_DIR to a new folder.`);
  const secret = readIfThere(join(from, SECRET));
  // Authors and networks are stored under names that only this secret makes.
  if (secret !== undefined && (await keepOnce(join(to, SECRET), () => secret)) !== secret)
    throw new Error(`${to} has another secret: set DATA_DIR to a new folder.`);
  copyDatabase(source, target);
  return `${source} is restored as ${target}.`;
};

run().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
