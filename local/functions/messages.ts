import type { TableDefinition } from '../engine/schema.ts';

// Messages between the server and the functions' thread. Events and results are objects, which saves parsing them twice.

/** A thread's start options. */
export type ThreadSetup = {
  /** Where the functions are: `<name>` and `extension`. */
  readonly folder: string;
  readonly extension: '.ts' | '.mjs';
  /** Where compiled code is kept between starts. */
  readonly compileCache?: string | undefined;
};

/** The message before a thread's first call. */
export type Preparation = {
  /** All that the functions see of an environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The file that holds the functions' secret. */
  readonly secretFile?: string;
  /** The embedded database; without it, functions reach theirs by the environment. */
  readonly database?:
    | {
        readonly file: string;
        readonly tableName: string;
        readonly definition: TableDefinition;
        /** A limit to the file's size, in pages of 4 KB. */
        readonly pagesMax?: number;
      }
    | undefined;
  /** The stream function's filters, in Lambda's event filter syntax. */
  readonly filterPatterns?: readonly unknown[] | undefined;
  /** The server's address, when the demo's site is to exist. */
  readonly demoPort?: number;
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

/** A large text of the result is in `body`, as bytes. */
export type Answer = { readonly id: number } & (
  | { readonly result: unknown; readonly body?: Uint8Array<ArrayBuffer> }
  | { readonly error: string }
);
/** `wanted`: something was committed that the stream's function wants. `pong`: the thread is not blocked. */
export type FromThread = Answer | { readonly logged: Logged } | 'wanted' | 'pong';

/** What a function logged: `event` and its facts. */
export type Logged = Readonly<Record<string, unknown>>;
