import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progress } from '../tools/report/progress.ts';
import { randomFrom } from '../training/random.ts';
import { thisMachine } from './machine.ts';
import { measureDemands } from './measures/demands.ts';
import { measureGrowth } from './measures/growth.ts';
import { measureModerationPage } from './measures/moderation-page.ts';
import { measureReaderPage } from './measures/reader-page.ts';
import { measureScreening } from './measures/screening.ts';
import { measureServed } from './measures/served.ts';
import { measureStartUp } from './measures/start-up.ts';
import type { Measure, Options } from './options.ts';
import { fullPlan, quickPlan } from './plan.ts';
import type { Results } from './results.ts';

const GROWTH_SEED = 3;
const PAGE_SEED = 5;
const served: readonly Measure[] = ['submit', 'pages', 'counts', 'queue', 'decisions', 'memory', 'edge'];

/** Makes all measurements that are asked for, one after the other. One that fails is told, and ends the process with code 1 when it ends. */
export const measureAll = async (options: Options): Promise<Results> => {
  const plan = options.isQuick ? quickPlan : fullPlan;
  const tell = progress();
  const folder = temporaryFolder();
  const when = async <T>(name: Measure, run: () => T | Promise<T>, none: T): Promise<T> => {
    if (!options.measures.includes(name)) return none;
    tell(name);
    try {
      return await run();
    } catch (error) {
      // The others are worth their minutes all the same.
      failed(name, error);
      return none;
    }
  };
  const machine = thisMachine();
  const screening = await when('screening', () => measureScreening(plan), []);
  const demands = await when('demands', measureDemands, []);
  const startUp = await when('start-up', () => measureStartUp(folder, plan), []);
  const isServed = served.some((name) => options.measures.includes(name));
  const overHttp = isServed ? await measureServed({ folder, plan, options, tell }) : undefined;
  const page = await when(
    'moderation-page',
    () => measureModerationPage(folder, plan, randomFrom(PAGE_SEED)),
    [],
  );
  const readers = await when('reader-page', () => measureReaderPage(folder, plan, randomFrom(PAGE_SEED)), []);
  const growth = await when('growth', () => measureGrowth(folder, plan, randomFrom(GROWTH_SEED), tell), []);
  tell('done');
  return {
    machine,
    isQuick: options.isQuick,
    decided: plan.decided,
    compared: overHttp?.compared ?? [],
    facts: [...screening, ...startUp, ...(overHttp?.facts ?? []), ...page, ...readers],
    demands,
    growth,
    ...(overHttp?.wordpress === undefined ? {} : { wordpress: overHttp.wordpress }),
  };
};

/** Goes with this process. WordPress' processes run as users of their own and must be able to get in. */
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Tells what failed, which the process ends with code 1 for. */
const failed = (name: string, error: unknown): void => {
  console.error(`${name} failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
};
