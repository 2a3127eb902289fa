import { availableParallelism, cpus, loadavg, release, type } from 'node:os';
import type { Machine } from './results.ts';

/** What it is measured on. */
export const thisMachine = (): Machine => ({
  date: new Date().toISOString().slice(0, 10),
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
  system: `${type()} ${release()}`,
  load: (loadavg()[0] ?? 0) / availableParallelism(),
});
