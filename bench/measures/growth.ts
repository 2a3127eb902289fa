import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../training/random.ts';
import { inTurns } from '../load/in-turns.ts';
import type { Plan } from '../plan.ts';
import type { Grown } from '../results.ts';
import { seed, type Wanted } from '../seed.ts';
import type { Palabre } from '../servers/palabre.ts';
import { startSeeded } from '../servers/start-seeded.ts';
import { pageWork, queueWork } from './reads.ts';
import { submitWork } from './submit.ts';

const CROWD = 16;
/** A full page of the queue, whatever the size. */
const WAITING_MIN = 60;

/** The same requests on stores of growing sizes, each on a server of its own. */
export const measureGrowth = async (
  folder: string,
  plan: Plan,
  random: Random,
  tell: (step: string) => void,
): Promise<readonly Grown[]> => {
  const [smallest = 0] = plan.growth;
  const sizes: readonly Wanted[] = [
    ...plan.growth.map((published) => ({ decided: 0, published, waiting: WAITING_MIN })),
    { decided: 0, published: smallest, waiting: plan.growthWaiting },
  ];
  const found: Grown[] = [];
  for (const wanted of sizes) {
    const { published, waiting } = wanted;
    tell(`growth: ${published} comments, ${waiting} waiting`);
    const dataDir = join(folder, `growth-${found.length}`);
    const palabre = await startSeeded({ dataDir }, await seed(dataDir, wanted, random));
    try {
      found.push({ comments: published, waiting, ...(await measureOne(palabre, plan, random)) });
    } finally {
      await palabre.stop();
      rmSync(dataDir, { recursive: true });
    }
  }
  return found;
};

const measureOne = async (palabre: Palabre, plan: Plan, random: Random) => {
  const cpuMsOf = async (
    work: Parameters<typeof inTurns>[0][number]['work'],
    count: number,
    atOnce: number,
  ) => {
    const amount = { count, atOnce, rounds: plan.growthRounds };
    const figures = await inTurns([{ subject: palabre.subject, work }], amount);
    return figures.get('palabre')?.cpuMs ?? Number.NaN;
  };
  return {
    submitMs: await cpuMsOf(await submitWork({ palabre, random }), plan.submitCrowd, CROWD),
    pageMs: await cpuMsOf(pageWork('json'), plan.reads, CROWD),
    queueMs: await cpuMsOf(queueWork({ palabre }), plan.reads, CROWD),
  };
};
