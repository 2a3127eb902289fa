import { memoryMbOf, untilQuiet } from '../accounting/process-tree.ts';
import type { Subject } from '../load/measure.ts';
import type { Fact } from '../results.ts';

const targets = { idle: 100, 'after the load': 200 } as const;

/** Memory of our server's processes, and of another's beside it; shared pages in parts. */
export const measureMemory = async (
  palabre: Subject,
  other: Subject | undefined,
  when: keyof typeof targets,
): Promise<readonly Fact[]> => {
  const fact = { measure: 'memory', unit: 'MB (PSS)' };
  await untilQuiet(palabre.pids);
  const ours = { ...fact, name: `memory, ${when}`, value: memoryMbOf(palabre.pids), target: targets[when] };
  return other
    ? [ours, { ...fact, name: `the same of ${other.name}`, value: memoryMbOf(other.pids) }]
    : [ours];
};
