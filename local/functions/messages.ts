import type { TableDefinition } from '../engine/schema.ts';

// Messages between the server and the functions' thread. Events and results are objects, which saves parsing them twice.

/** A thread's start options. */
export type ThreadSetup = {
  /** The functions' folder: each is in a file `<name>` with this `extension`. */
  readonly folder: string;
  readonly extension: '.ts' | '.mjs';
  /** Where compiled code is kept between starts. */
  readonly compileCache?: string | undefined;
};

/** The message before a thread's first call. */
export type Preparation = {
  /** The functions' whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The file that holds the functions' secret. */
  readonly secretFile?: string;
  /** The embedded database; without it, the environment names the database. */
  readonly database?:
    | {
        readonly file: string;
        readonly tableName: string;
        readonly definition: TableDefinition;
        /** The file's maximum size, in pages of 4 KB. */
        readonly pagesMax?: number;
      }
    | undefined;
  /** The stream function's filters, in Lambda's event filter syntax. */
  readonly filterPatterns?: readonly unknown[] | undefined;
  /** The server's port; when it is set, the demo's site is created. */
  readonly demoPort?: number;
};

/** One call of a function, or of a service when its name begins with `$`. */
export type Call = {
  readonly id: number;
  readonly name: string;
  readonly event: unknown;
  readonly memoryMb: number;
  /** When the call times out; epoch milliseconds. */
  readonly deadline: number;
};
export type ToThread = Call | 'ping';

/** A result's large body is in `body`, as bytes. */
export type Answer = { readonly id: number } & (
  | { readonly result: unknown; readonly body?: Uint8Array<ArrayBuffer> }
  | { readonly error: string }
);
/** `wanted`: something was committed that the stream's function wants. `pong`: the thread is not blocked. */
export type FromThread = Answer | { readonly logged: Logged } | 'wanted' | 'pong';

/** A function's log entry: `event` and its fields. */
export type Logged = Readonly<Record<string, unknown>>;
