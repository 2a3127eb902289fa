import { join } from 'node:path';
import { readIfThere, writeWhole } from '../keep.ts';

/** When each function that did what it had to was last begun by its schedule, in milliseconds since 1970. */
export type LastRuns = {
  readonly of: (functionName: string) => number | undefined;
  readonly note: (functionName: string, at: number) => void;
};

/** Keeps them in a data folder, since a machine may be off when a job is due. What cannot be read counts as never. */
export const lastRunsIn = (dataDir: string): LastRuns => {
  const file = join(dataDir, 'schedules.json');
  const known = new Map(Object.entries(read(file)));
  return {
    of: (functionName) => known.get(functionName),
    note: (functionName, at) => {
      known.set(functionName, at);
      try {
        writeWhole(file, JSON.stringify(Object.fromEntries(known)));
      } catch (error) {
        console.error(`When ${functionName} ran could not be noted: ${String(error)}`);
      }
    },
  };
};

const read = (file: string): Readonly<Record<string, number>> => {
  try {
    const noted: unknown = JSON.parse(readIfThere(file) ?? '{}');
    return Object.fromEntries(Object.entries(noted ?? {}).filter(([, at]) => Number.isFinite(at)));
  } catch {
    return {};
  }
};
