import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endWith, isHelpAsked, readArguments, WrongArguments } from '../tools/command.ts';
import { dataSets } from './examples/sets.ts';

export type TrainingArguments = {
  /** Where the labelled comments are. */
  readonly directory: string;
  /** Of everything that is drawn. */
  readonly seed: number;
  readonly baselines: boolean;
};

/** What the commands here are given. Help ends them, and so does what is wrong. */
export const readTrainingArguments = (help: string): TrainingArguments => {
  const args = process.argv.slice(2);
  if (isHelpAsked(args)) {
    process.stdout.write(`${help}\n`);
    process.exit(0);
  }
  try {
    return parsed(args);
  } catch (error) {
    return endWith(error);
  }
};

const parsed = (args: readonly string[]): TrainingArguments => {
  const { values } = readArguments(args, {
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      baselines: { type: 'boolean', default: false },
    },
  });
  const { data: directory, baselines } = values;
  const seed = Number(values.seed);
  if (directory === undefined)
    throw new WrongArguments('--data is missing: say where the labelled comments are');
  if (!/^\d+$/.test(values.seed) || !Number.isSafeInteger(seed))
    throw new WrongArguments(`--seed ${values.seed} is no whole number`);
  const missing = dataSets
    .filter(({ name, ships }) => ships && !OWN.has(name) && !existsSync(join(directory, name)))
    .map(({ name }) => name);
  if (missing.length > 0)
    throw new WrongArguments(`--data ${directory} does not hold these sets: ${missing.join(', ')}`);
  return { directory, seed, baselines };
};

/** Sets that are generated here and not read from the directory. */
const OWN: ReadonlySet<string> = new Set(['texts', 'keywords', 'honest', 'traders', 'tails']);
