import { type Signal, signal } from '@preact/signals';
import type { Listing } from '../list/listing.ts';
import type { Row } from '../list/row.ts';
import type { Queue } from '../wire.ts';

/** Something that was done here and may be taken back. */
export type Undoable = Decided | Edited;
/** All of a bulk at once. */
export type Decided = {
  /** Undefined when they were made in no list of this page. */
  readonly listing: Listing | undefined;
  /** Whose count went down. */
  readonly queue: Queue | undefined;
  readonly rows: readonly Row[];
  /** The API's tokens, once it has answered; none when nothing was done. */
  readonly tokens: Promise<readonly string[]>;
};
/** Putting the text before back is another edit. */
export type Edited = { readonly row: Row; readonly textBefore: string };

/** Taken back from the last on; `z` may be pressed again and again. */
export type Undos = {
  readonly count: Signal<number>;
  readonly push: (undoable: Undoable) => void;
  readonly pop: () => Undoable | undefined;
  readonly isLast: (undoable: Undoable) => boolean;
};

export const createUndos = (): Undos => {
  const all: Undoable[] = [];
  const count = signal(0);
  return {
    count,
    push: (undoable) => {
      all.push(undoable);
      count.value = all.length;
    },
    pop: () => {
      const last = all.pop();
      count.value = all.length;
      return last;
    },
    isLast: (undoable) => all.at(-1) === undoable,
  };
};
