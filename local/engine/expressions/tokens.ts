import { invalid } from '../errors.ts';
import type { Path } from './paths.ts';
import { reservedWords } from './reserved-words.ts';

/** Source: DynamoDB's quotas, "Expression parameters". */
const EXPRESSION_BYTES_MAX = 4096;
/** Maximum operators and functions in one expression. */
export const OPERATORS_MAX = 300;

const BLANK = /[ \t\r\n]*/y;
const TOKEN = /<>|<=|>=|[=<>(),+\-.[\]]|[#:][A-Za-z0-9_]+|[A-Za-z][A-Za-z0-9_]*|0|[1-9]\d*/y;

/** Reads an expression's tokens in order, and collects its placeholders. */
export type Reader = {
  readonly kind: string;
  readonly names: Set<string>;
  readonly values: Set<string>;
  /** Paths of more than one part that were read so far. */
  readonly nested: Path[];
  /** The token `ahead` of the next one, which is not taken; undefined at the end. */
  readonly peek: (ahead?: number) => string | undefined;
  readonly next: () => string;
  /** How far ahead the parenthesis that opens at `ahead` is closed; undefined when it is not. */
  readonly closing: (ahead?: number) => number | undefined;
  /** Takes the next token when it is this sign or keyword; keywords are case-insensitive. */
  readonly take: (word: string) => boolean;
  /** @throws ValidationException unless the next token is this one */
  readonly need: (word: string) => void;
  /** Counts one more operator or function. @throws ValidationException when there are too many */
  readonly count: () => void;
  readonly fail: (problem?: string) => Error;
};

/** @param kind the expression's name in error messages, such as `ConditionExpression`. @throws ValidationException */
export const readTokens = (kind: string, text: string): Reader => {
  const tokens = tokensOf(kind, text);
  let at = 0;
  let operators = 0;
  const fail = (problem = `Syntax error; token: "${tokens[at] ?? '<EOF>'}"`) =>
    invalid(`Invalid ${kind}: ${problem}`);
  const take = (word: string) => {
    if (tokens[at]?.toUpperCase() !== word) return false;
    at += 1;
    return true;
  };
  return {
    kind,
    names: new Set(),
    values: new Set(),
    nested: [],
    peek: (ahead = 0) => tokens[at + ahead],
    next: () => {
      const token = tokens[at];
      if (token === undefined) throw fail();
      at += 1;
      return token;
    },
    closing: (ahead = 0) => {
      const end = closingOf(tokens, at + ahead);
      return end === undefined ? undefined : end - at;
    },
    take,
    need: (word) => {
      if (!take(word)) throw fail();
    },
    count: () => {
      operators += 1;
      if (operators > OPERATORS_MAX) throw fail('The expression contains too many operators;');
    },
    fail,
  };
};

const closingOf = (tokens: readonly string[], from: number): number | undefined => {
  let open = 0;
  for (let at = from; at < tokens.length; at += 1) {
    if (tokens[at] === '(') open += 1;
    if (tokens[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  return undefined;
};

const tokensOf = (kind: string, text: string): readonly string[] => {
  if (text.trim() === '') throw invalid(`Invalid ${kind}: The expression can not be empty;`);
  if (Buffer.byteLength(text) > EXPRESSION_BYTES_MAX)
    throw invalid(`Invalid ${kind}: Expression size has exceeded the maximum allowed size;`);
  const tokens: string[] = [];
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw invalid(`Invalid ${kind}: Syntax error; token: "${text[at]}"`);
    tokens.push(token);
  }
  return tokens;
};

const skipBlank = (text: string, at: number): number => {
  BLANK.lastIndex = at;
  BLANK.exec(text);
  return BLANK.lastIndex;
};

/** Reads an attribute's name or its placeholder. @throws ValidationException for reserved words */
export const readName = (reader: Reader): string => {
  const token = reader.next();
  if (token.startsWith('#')) reader.names.add(token);
  else if (!/^[A-Za-z]/.test(token)) throw reader.fail(`Syntax error; token: "${token}"`);
  else if (reservedWords.has(token.toUpperCase()))
    throw reader.fail(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
  return token;
};
