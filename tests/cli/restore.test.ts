import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withFolder } from '../local/with-folder.ts';
import { end, run, start, until } from '../local/with-server.ts';
import { problemsOf } from './recount.ts';
import { dump, moderate, type Opened, openFolder, site, write } from './with-site.ts';

// Walks through docs/operations.md, "Restoring the table", on one machine.

const folder = withFolder();
const [before, after] = [join(folder, 'before'), join(folder, 'after')];

/** Looks at a data folder's table for a moment. */
const look = async (dataDir: string) => {
  const opened = openFolder(dataDir);
  try {
    return problemsOf(await dump(opened), site.id);
  } finally {
    opened.close();
  }
};

const change = async (dataDir: string, work: (opened: Opened) => Promise<unknown>) => {
  const opened = openFolder(dataDir);
  try {
    await work(opened);
  } finally {
    opened.close();
  }
};

/** Lets a server follow a table's stream until some problems are over. */
const follow = async (dataDir: string, isOver: (problems: readonly string[]) => boolean) => {
  const server = await start(dataDir);
  await until(() => look(dataDir), isOver);
  await end(server, 'SIGTERM');
};

const areNone = (problems: readonly string[]) => problems.length === 0;

test('a restored table loses no count: queues, trust, trail and learning are what a recount says', async () => {
  await run(before, [
    'site',
    '--site',
    site.id,
    '--name',
    site.name,
    '--language',
    'fr',
    '--origin',
    'https://www.example.fr',
  ]);
  await change(before, async (table) => moderate(table, await write(table, 0, 220)));
  await follow(before, areNone);

  // What the old stream did not tell of any more.
  await change(before, async (table) => moderate(table, await write(table, 220, 260)));
  expect(await look(before)).not.toEqual([]);

  const restored = await run(after, ['restore', '--from', before]);
  expect([restored.code, restored.errors]).toEqual([0, '']);
  expect(existsSync(join(after, 'secret'))).toBe(true);
  // The comments and the pseudonyms are their owner's, whoever may look into the folder.
  if (process.platform !== 'win32') expect(statSync(join(after, 'comments.db')).mode & 0o077).toBe(0);
  const lost = await look(after);
  expect(lost).toEqual(await look(before));

  // Business as usual on the restored table: the first change of each article counts it anew.
  await change(after, async (table) => moderate(table, await write(table, 260, 320, 10)));
  const ofTouched = (problem: string) => /^(end|trail) of a\d |^a\d:/.test(problem);
  await follow(after, (problems) => !problems.some(ofTouched));
  expect(await look(after)).not.toEqual([]);

  // What nobody touched since is counted by the job.
  const since = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const job = await run(after, ['job', 'reconcile-counts', '--since', since]);
  expect(JSON.parse(job.output.slice(job.output.indexOf('\n')))).toMatchObject({
    articles: 25,
    finished: true,
  });
  expect(await look(after)).toEqual([]);

  const again = await run(after, ['job', 'reconcile-counts', '--since', since]);
  expect(JSON.parse(again.output.slice(again.output.indexOf('\n')))).toMatchObject({
    ...{ articles: 25, drift: 0, missed: 0, lessons: 0, repaired: 0, finished: true },
  });
  const redrive = await run(after, ['redrive']);
  expect(JSON.parse(redrive.output)).toEqual({ looked: 0, redriven: 0, kept: 0, expired: 0 });

  // The table it was restored from is as it was.
  expect(await look(before)).toEqual(lost);
});
