import { setTimeout as wait } from 'node:timers/promises';
import { untilQuiet } from '../accounting/process-tree.ts';
import type { Seeded } from '../seed.ts';
import { countsOf, readCounts } from './calls.ts';
import { type Palabre, type PalabreOptions, startPalabre } from './palabre.ts';

const LOOK_MS = 500;
const FOLLOW_MS_MAX = 30 * 60_000;
/** Articles of one request for counts. */
const COUNTED_MAX = 100;

/** Starts a server on a filled data folder and waits until it has followed up all of it. @throws when it never does. */
export const startSeeded = async (options: PalabreOptions, seeded: Seeded): Promise<Palabre> => {
  const palabre = await startPalabre(options);
  const end = performance.now() + FOLLOW_MS_MAX;
  while (!(await isCounted(palabre, seeded))) {
    if (performance.now() > end) throw new Error('The server does not count what the store holds.');
    await wait(LOOK_MS);
  }
  // The last to follow are the lessons, which no count tells of.
  await untilQuiet(palabre.subject.pids);
  return palabre;
};

const isCounted = async ({ subject: { ask }, queued }: Palabre, seeded: Seeded): Promise<boolean> => {
  if ((await queued()) !== seeded.queued) return false;
  const published = [...seeded.published];
  for (let at = 0; at < published.length; at += COUNTED_MAX) {
    const some = published.slice(at, at + COUNTED_MAX);
    const counts = readCounts(await ask(countsOf(some.map(([article]) => article))));
    if (some.some(([article, count]) => counts[article] !== count)) return false;
  }
  return true;
};
