import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { localDatabase } from '../../../local/local-database.ts';
import { withFolder } from '../with-folder.ts';

const folder = withFolder();
const isRoot = process.getuid?.() === 0;
/** Root may write everywhere, so that another user copies. */
const NOBODY = 65_534;
const COPY = pathToFileURL('local/engine/copy-database.ts').href;

/** A folder that takes no files, with a database that was closed cleanly, or whose log is there. */
const aReadOnlyFolder = (name: string, log: string | undefined) => {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  const { file } = localDatabase(dataDir);
  openEngine(localDatabase(dataDir)).close();
  if (log !== undefined) writeFileSync(`${file}-wal`, log);
  chmodSync(file, 0o444);
  chmodSync(dataDir, 0o555);
  return file;
};

const copy = (from: string, to: string) => {
  const target = join(folder, to);
  mkdirSync(target);
  chmodSync(folder, 0o755);
  chmodSync(target, 0o777);
  const script = `import { copyDatabase } from ${JSON.stringify(COPY)};
    await copyDatabase(${JSON.stringify(from)}, ${JSON.stringify(join(target, 'copy.db'))}, async () => {});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { status, stderr, file: join(target, 'copy.db') };
};

// Windows has no such modes.
const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('a database that was closed cleanly is copied from where nothing can be written', () => {
  const { status, stderr, file } = copy(aReadOnlyFolder('clean', undefined), 'copied');
  expect([status, stderr]).toEqual([0, '']);
  expect(statSync(file).size).toBeGreaterThan(0);
  const db = new DatabaseSync(file, { readOnly: true });
  expect(db.prepare('SELECT count(*) AS items FROM item').get()).toEqual({ items: 0 });
  db.close();
});

onUnix('one whose last changes are in its log is refused with what to do', () => {
  const { status, stderr } = copy(aReadOnlyFolder('logged', 'x'.repeat(64)), 'refused');
  expect([status, stderr]).toEqual([1, expect.stringContaining('copy both to another disk first')]);
});
