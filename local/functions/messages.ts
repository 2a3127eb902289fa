import type { TableDefinition } from '../engine/schema.ts';

// What goes between the server and the thread that runs the functions. Events and results are objects: text would be parsed twice.

/** What a thread is started with. */
export type ThreadSetup = {
  /** Where the functions are: `<name>` and `extension`. */
  readonly folder: string;
  readonly extension: '.ts' | '.mjs';
  /** Where compiled code is kept between starts. */
  readonly compileCache?: string | undefined;
};

/** What a thread is told before its first call. */
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
  /** Which changes the stream's function gets, in the words of Lambda's event filtering. */
  readonly filterPatterns?: readonly unknown[] | undefined;
  /** Where the server listens, when there is to be a site for the demo's pages. */
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
