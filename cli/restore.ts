import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyDatabase } from '../local/engine/copy-database.ts';
import { checkFile } from '../local/engine/file/check-file.ts';
import { keepOnce, readIfThere } from '../local/keep.ts';
import { localDatabase } from '../local/local-database.ts';
import { lock } from '../local/lock.ts';
import { secretFileIn, secretIn } from '../local/secret.ts';
import { readSettings } from '../local/settings.ts';
import { failedRecordsIn } from '../local/stream/failed-records.ts';
import { environment } from '../src/config.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';

const HELP = `npm run restore -- --from <data folder>

Copies the database of a data folder, with its secret and the records of its stream that were given up, into the one DATA_DIR names, which has none yet: what restoring a table is in AWS. The folder
it is copied from may have a running server, and is left as it is. The copy's stream begins anew, so that nothing that was written and
not yet counted will be told of again: npm run job -- reconcile-counts --since <day> counts it.

  --from <folder>  the data folder that is copied
  --help           this`;

/** Before the folder it would be copied to is made. A database is of no use without its secret: names of authors and networks are digests made with it. */
const checkSource = (from: string) => {
  const { file } = localDatabase(from);
  if (!existsSync(file)) throw new Error(`${file} is not there: name a data folder.`);
  checkFile(file);
  secretIn(secretFileIn(from));
};

const restore = async (from: string, to: string) => {
  const [source, target] = [from, to].map((folder) => localDatabase(folder).file) as [string, string];
  if (existsSync(target)) throw new Error(`${to} has a database already: set DATA_DIR to a new folder.`);
  const secret = readIfThere(secretFileIn(from)) ?? '';
  const isOther = (kept: string | undefined) => kept !== undefined && kept !== secret;
  const other = new Error(`${to} has another secret: set DATA_DIR to a new folder.`);
  if (isOther(readIfThere(secretFileIn(to)))) throw other;
  // The secret comes last but one: a folder whose database could not be copied stays a new folder.
  await copyDatabase(source, target, async () => {
    copyRecords(failedRecordsIn(from), failedRecordsIn(to));
    if (isOther(await keepOnce(secretFileIn(to), () => secret))) throw other;
  });
  return `${source} is restored as ${target}.`;
};

/** Copies the records that were given up; one may be redriven at the same moment. */
const copyRecords = (from: string, to: string): void => {
  const names = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith('.json')) : [];
  if (names.length > 0) mkdirSync(to, { recursive: true });
  for (const name of names)
    try {
      cpSync(join(from, name), join(to, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
};

await runCommand({
  help: HELP,
  options: { from: { type: 'string' } },
  run: async ({ from }) => {
    if (!from) throw new WrongArguments('--from is missing');
    const { dataDir } = readSettings(environment());
    checkSource(resolve(from));
    const unlock = lock(dataDir);
    try {
      return await restore(resolve(from), dataDir);
    } finally {
      unlock();
    }
  },
});
