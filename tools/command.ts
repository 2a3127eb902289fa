import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Exit codes: something went wrong, or the command was asked in a wrong way. */
const FAILED = 1;
const WRONG_ARGUMENTS = 2;

/** What a command was given does not fit; the message names the option. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: O }>>['values'];

type Command<O extends ParseArgsOptionsConfig> = {
  /** What `--help` prints. */
  readonly help: string;
  readonly options: O;
  /** How many arguments without an option's name it takes at most; none when absent. */
  readonly positionalsMax?: number;
  /** Whether it goes on when nobody reads what it prints any more, instead of ending. */
  readonly outlivesReader?: true;
  /** Does it. What it returns is printed. @throws {WrongArguments} */
  readonly run: (values: Values<O>, positionals: readonly string[]) => unknown;
};

/**
 * Runs one of the project's commands on the process' arguments: `--help` prints what it does, and what goes wrong ends
 * the process with one line on the error stream, with code 2 when the arguments are wrong and 1 otherwise. A reader who has
 * seen enough, as `| head` has, ends it without a word.
 */
export const runCommand = async <const O extends ParseArgsOptionsConfig>(
  command: Command<O>,
): Promise<void> => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => command.outlivesReader || endUnread(error));
  try {
    const args = process.argv.slice(2);
    if (isHelpAsked(args)) return console.log(command.help);
    const { values, positionals } = readArguments(args, command);
    const report = await command.run(values, positionals);
    if (report !== undefined) console.log(report);
  } catch (error) {
    endWith(error);
  }
};

/** What shells tell of a program that a closed pipe ended: 128 and the number of SIGPIPE. */
const UNREAD = 141;

/** Ends the process when what it prints cannot be written: in one line on a disk that is full, silently when nobody reads it. */
const endUnread = (error: NodeJS.ErrnoException): never =>
  error.code === 'EPIPE' ? process.exit(UNREAD) : endWith(error);

/** Ends the process with what an error says, in one line. */
export const endWith = (error: unknown): never => {
  const isWrong = error instanceof WrongArguments;
  console.error(isWrong ? `${error.message} (--help tells more)` : sentenceOf(error));
  process.exit(isWrong ? WRONG_ARGUMENTS : FAILED);
};

/** Whether help is asked for, by an argument before a `--` that ends the options. */
export const isHelpAsked = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
};

/** The values of options, and the arguments beside them. @throws {WrongArguments} when one is unknown, or lacks its value */
export const readArguments = <const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, positionalsMax = 0 }: Pick<Command<O>, 'options' | 'positionalsMax'>,
): { readonly values: Values<O>; readonly positionals: readonly string[] } => {
  const { values, positionals } = parse(args, options);
  if (positionals.length > positionalsMax)
    throw new WrongArguments(`Unexpected argument '${positionals[positionalsMax]}'`);
  return { values, positionals };
};

const parse = <const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: joined(args), options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Its first sentence names the option; the others explain how to escape an argument.
    throw new WrongArguments(error.message.split(/[.]?(?: To specify |\n)/)[0], { cause: error });
  }
};

/** Ids are in base64url, so one in 64 begins with a dash, and is still the value of the option before it. */
const joined = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) => {
    if (isValue(args, at)) return [];
    return [isValue(args, at + 1) ? `${arg}=${args[at + 1]}` : arg];
  });

const isValue = (args: readonly string[], at: number): boolean =>
  DASHED_ID.test(args[at] ?? '') && /^--[a-z][a-z-]*$/.test(args[at - 1] ?? '');

const DASHED_ID = /^-[\w-]{21}$/;

/** What an operator can act on. A refusal's own sentence is for readers; its cause says what is behind it. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return error.name === 'Refusal' && cause instanceof Error ? `${message} ${cause.message}` : message;
};
