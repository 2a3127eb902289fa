/** A process as `/proc/<pid>/stat` describes it. */
export type ProcessStat = {
  readonly pid: number;
  readonly parent: number;
  /** CPU time of all its threads, ended ones too, and of its children that ended, in clock ticks. */
  readonly ticks: number;
};

/** Milliseconds of a clock tick as `/proc` counts them. Source: proc(5), USER_HZ of 100 wherever Node runs. */
export const TICK_MS = 10;

// Places behind the program's name, counted from 0. Source: proc(5).
const PARENT = 1;
const TIMES = [11, 12, 13, 14] as const;

/** @throws when the text is no `/proc/<pid>/stat`. */
export const readStat = (text: string): ProcessStat => {
  // The name stands in brackets and may hold brackets and spaces itself.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .trim()
    .split(' ')
    .map(Number);
  const pid = Number.parseInt(text, 10);
  const parent = fields[PARENT];
  const ticks = TIMES.reduce((sum, at) => sum + (fields[at] ?? Number.NaN), 0);
  if (parent === undefined || Number.isNaN(pid + parent + ticks))
    throw new Error(`Not the stat of a process: ${text.slice(0, 80)}`);
  return { pid, parent, ticks };
};

/** Some processes and all their descendants. */
export const treeOf = (all: readonly ProcessStat[], roots: readonly number[]): readonly ProcessStat[] => {
  const children = Map.groupBy(all, ({ parent }) => parent);
  const below = (one: ProcessStat): readonly ProcessStat[] => [
    one,
    ...(children.get(one.pid) ?? []).flatMap(below),
  ];
  return all.filter(({ pid }) => roots.includes(pid)).flatMap(below);
};

/** Kilobytes of memory that are a process's own share, from `/proc/<pid>/smaps_rollup`. @throws when it does not say. */
export const readPss = (text: string): number => {
  const [, kilobytes] = /^Pss: +(\d+) kB$/m.exec(text) ?? [];
  if (kilobytes === undefined) throw new Error('smaps_rollup states no Pss.');
  return Number(kilobytes);
};
