import type { TableDefinition } from '../engine/schema.ts';

// What goes between the server and the thread that runs the functions. Events and results are objects: text would be parsed twice.

/** What a thread is started with. */
export type ThreadSetup = {
  /** Where the functions are: `<name>` and `extension`. */
  readonly folder: string;
  readonly extension: '.ts' | '.mjs';
  /** The embedded database; without it, functions reach theirs by the environment. */
  readonly database?: {
    readonly file: string;
    readonly tableName: string;
    readonly definition: TableDefinition;
  };
};

/** One call of a function, or of a service when its name begins with `$`. */
export type Call = {
  readonly id: number;
  readonly name: string;
  readonly event: unknown;
  readonly memoryMb: number;
  /** When the function's time is up; epoch milliseconds. */
  readonly deadline: number;
};
export type ToThread = Call | 'ping';

export type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string });
/** `committed`: something was written. `pong`: the thread is not blocked. */
export type FromThread = Answer | 'committed' | 'pong';
