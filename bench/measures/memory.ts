import { memoryMbOf, untilQuiet } from '../accounting/process-tree.ts';
import type { Subject } from '../load/measure.ts';
import type { Fact } from '../results.ts';

/** Memory of our server's processes, and of another's beside it; shared pages in parts. */
export const measureMemory = async (
  palabre: Subject,
  other: Subject | undefined,
  when: 'idle' | 'after the load',
): Promise<readonly Fact[]> => {
  const fact = { measure: 'memory', unit: 'MB (PSS)' };
  await untilQuiet(palabre.pids);
  const ours = { ...fact, name: `memory, ${when}`, value: memoryMbOf(palabre.pids) };
  return other
    ? [ours, { ...fact, name: `the same of ${other.name}`, value: memoryMbOf(other.pids) }]
    : [ours];
};
