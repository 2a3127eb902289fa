import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataSets } from './sets.ts';

const USAGE = 'Say where the labelled comments are: --data DIRECTORY [--seed NUMBER] [--baselines]';

/**
 * Parses the arguments of `train` and `evaluate`: where the data is, and the seed of all random numbers.
 * Exits with a message when they are wrong.
 */
export const readArguments = () => {
  try {
    return parsed();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
};

const parsed = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      baselines: { type: 'boolean', default: false },
    },
  });
  const { data: directory, baselines } = values;
  const seed = Number(values.seed);
  if (directory === undefined || !Number.isSafeInteger(seed)) throw new Error(USAGE);
  const missing = dataSets
    .filter(({ name, ships }) => ships && !OWN.has(name) && !existsSync(join(directory, name)))
    .map(({ name }) => name);
  if (missing.length > 0) throw new Error(`${directory} does not hold these sets: ${missing.join(', ')}.`);
  return { directory, seed, baselines };
};

/** Sets that are generated here and not read from the directory. */
const OWN: ReadonlySet<string> = new Set(['texts', 'keywords', 'honest', 'traders']);
