import { readIfThere, writeWhole } from '../keep.ts';

/** Progress in one shard: the last record that was processed, or that the shard has ended. */
export type Progress = { readonly after?: string; readonly isOver?: true };

export type Checkpoint = {
  readonly of: (shard: string) => Progress;
  readonly set: (shard: string, progress: Progress) => void;
  /** Deletes the progress of all other shards. */
  readonly keepOnly: (shards: readonly string[]) => void;
};

/** Keeps a stream's checkpoint in a file. A file of another stream is ignored. */
export const openCheckpoint = (path: string, stream: string): Checkpoint => {
  const text = readIfThere(path);
  const kept = text === undefined ? undefined : readKept(text);
  const shards = new Map(kept?.stream === stream ? Object.entries(kept.shards) : []);
  const save = () => writeWhole(path, JSON.stringify({ stream, shards: Object.fromEntries(shards) }));
  return {
    of: (shard) => shards.get(shard) ?? {},
    set: (shard, progress) => {
      shards.set(shard, progress);
      save();
    },
    keepOnly: (listed) => {
      const gone = [...shards.keys()].filter((shard) => !listed.includes(shard));
      for (const shard of gone) shards.delete(shard);
      if (gone.length > 0) save();
    },
  };
};

type Kept = { readonly stream: string; readonly shards: Readonly<Record<string, Progress>> };

/** Undefined for a damaged file: the stream is then read from its start again, and the function counts nothing twice. */
const readKept = (text: string): Kept | undefined => {
  try {
    const kept = JSON.parse(text) as Kept | null;
    return typeof kept?.shards === 'object' ? kept : undefined;
  } catch {
    return undefined;
  }
};
