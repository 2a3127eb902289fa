import { readIfThere, writeWhole } from '../keep.ts';

/** How far a stream was followed: per shard the last record that is over, or that the shard is. */
export type Progress = { readonly after?: string; readonly isOver?: true };

export type Checkpoint = {
  readonly of: (shard: string) => Progress;
  readonly set: (shard: string, progress: Progress) => void;
  /** Forgets shards that are not among these. */
  readonly keepOnly: (shards: readonly string[]) => void;
};

/** A checkpoint in a file, for one stream: a file about another stream counts as none. */
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

/** Nothing, where the file was damaged: the stream is followed from its beginning again, and counts nothing twice. */
const readKept = (text: string): Kept | undefined => {
  try {
    const kept = JSON.parse(text) as Kept | null;
    return typeof kept?.shards === 'object' ? kept : undefined;
  } catch {
    return undefined;
  }
};
