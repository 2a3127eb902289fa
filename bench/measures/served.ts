import { join } from 'node:path';
import { randomFrom } from '../../training/random.ts';
import type { Measure, Options } from '../options.ts';
import { startWordPress } from '../peers/wordpress/start.ts';
import { type Plan, waitingFor } from '../plan.ts';
import type { Compared, Fact } from '../results.ts';
import { type Seeded, seed } from '../seed.ts';
import { startBare } from '../servers/bare.ts';
import { startPalabre } from '../servers/palabre.ts';
import { startSeeded } from '../servers/start-seeded.ts';
import type { Arena } from './arena.ts';
import { measureDecisions } from './decisions.ts';
import { measureMemory } from './memory.ts';
import { measureCounts, measureEdge, measurePages, measureQueue } from './reads.ts';
import { measureSubmit } from './submit.ts';

type Setup = {
  readonly folder: string;
  readonly plan: Plan;
  readonly options: Options;
  readonly tell: (step: string) => void;
};
type Served = {
  readonly compared: readonly Compared[];
  readonly facts: readonly Fact[];
  readonly wordpress?: string;
};

const SEED = 1;
/** Measures that run with the edge off, in this order. */
const withoutEdge: readonly (readonly [Measure, (arena: Arena) => Promise<readonly Compared[]>])[] = [
  ['submit', measureSubmit],
  ['pages', measurePages],
  ['counts', measureCounts],
  ['queue', measureQueue],
  ['decisions', measureDecisions],
];

/** Everything that is asked over HTTP, on a store of many decided comments. */
export const measureServed = async (setup: Setup): Promise<Served> => {
  const { folder, plan, options, tell } = setup;
  await using stack = new AsyncDisposableStack();
  const random = randomFrom(SEED);
  const amounts = { decided: plan.decided, waiting: waitingFor(plan) };
  tell(`filling a store with ${plan.decided} decided comments`);
  const dataDir = join(folder, 'served');
  const seeded = await seed(dataDir, { ...amounts, published: 0 }, random);
  const bare = await startBare();
  stack.defer(bare.stop);
  const wordpress = options.withPeers
    ? await startWordPress({ folder: join(folder, 'wordpress'), ...amounts, random }, tell)
    : undefined;
  if (wordpress) stack.defer(wordpress.stop);
  const common = { bare, wordpress, seeded, take: taking(seeded), random, plan };

  tell('the server counts what is in its store');
  const found = [await withEdgeOff(dataDir, setup, common), await withEdgeOn(dataDir, setup, common)];
  return {
    compared: found.flatMap(({ compared }) => compared),
    facts: found.flatMap(({ facts }) => facts),
    ...(wordpress ? { wordpress: wordpress.version } : {}),
  };
};

type Common = Omit<Arena, 'palabre'>;

const withEdgeOff = async (dataDir: string, { options, tell }: Setup, common: Common): Promise<Served> => {
  await using stack = new AsyncDisposableStack();
  // What counting the whole store leaves in memory is no part of what an idle server holds.
  await (await startSeeded({ dataDir }, common.seeded)).stop();
  const palabre = await startPalabre({ dataDir });
  stack.defer(palabre.stop);
  const isWanted = (name: Measure) => options.measures.includes(name);
  const memory = async (when: 'idle' | 'after the load') =>
    isWanted('memory') ? measureMemory(palabre.subject, common.wordpress?.subject, when) : [];
  const idle = await memory('idle');
  const compared: Compared[] = [];
  for (const [name, run] of withoutEdge)
    if (isWanted(name)) {
      tell(name);
      compared.push(...(await run({ ...common, palabre })));
    }
  return { compared, facts: [...idle, ...(await memory('after the load'))] };
};

const withEdgeOn = async (dataDir: string, { options, tell }: Setup, common: Common): Promise<Served> => {
  if (!options.measures.includes('edge')) return { compared: [], facts: [] };
  await using stack = new AsyncDisposableStack();
  tell('edge');
  const palabre = await startPalabre({ dataDir, edge: true });
  stack.defer(palabre.stop);
  return { compared: await measureEdge({ ...common, palabre }), facts: [] };
};

const taking = ({ waiting }: Seeded): Arena['take'] => {
  let taken = 0;
  return (count) => {
    taken += count;
    if (taken > waiting.length)
      throw new Error('More comments are decided on than the store was filled with.');
    return waiting.slice(taken - count, taken);
  };
};
