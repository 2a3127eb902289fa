import { parseArgs } from 'node:util';

/** What the commands here are told: where the data is, and the seed of everything that is drawn. */
export const readArguments = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      baselines: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined) throw new Error('Say where the labelled comments are: --data DIRECTORY');
  return { directory: values.data, seed: Number(values.seed), baselines: values.baselines };
};

/** A line of progress with the seconds since the start. */
export const progress = () => {
  const start = performance.now();
  return (step: string) => {
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${step}\n`);
  };
};
