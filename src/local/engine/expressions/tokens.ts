import { invalid } from '../errors.ts';
import { reservedWords } from './reserved-words.ts';

/** Source: DynamoDB's quotas, "Expression parameters". */
const EXPRESSION_BYTES_MAX = 4096;

const TOKEN = /\s*(<>|<=|>=|[=<>(),+\-.[\]]|[#:][A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*|\d+)/y;

/** Reads an expression's tokens one after the other, and remembers which placeholders it met. */
export type Reader = {
  readonly kind: string;
  readonly names: Set<string>;
  readonly values: Set<string>;
  /** The next token as it stands; undefined at the end. */
  readonly peek: (ahead?: number) => string | undefined;
  readonly next: () => string;
  /** Takes the next token when it is this keyword or sign, in any case. */
  readonly take: (word: string) => boolean;
  /** @throws ValidationException unless the next token is this one */
  readonly need: (word: string) => void;
  readonly fail: (problem?: string) => Error;
};

/** @param kind what messages call it: `ConditionExpression` and the like. @throws ValidationException */
export const readTokens = (kind: string, text: string): Reader => {
  const tokens = tokensOf(kind, text);
  let at = 0;
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
    peek: (ahead = 0) => tokens[at + ahead],
    next: () => {
      const token = tokens[at];
      if (token === undefined) throw fail();
      at += 1;
      return token;
    },
    take,
    need: (word) => {
      if (!take(word)) throw fail();
    },
    fail,
  };
};

const tokensOf = (kind: string, text: string): readonly string[] => {
  if (text.trim() === '') throw invalid(`Invalid ${kind}: The expression can not be empty;`);
  if (Buffer.byteLength(text) > EXPRESSION_BYTES_MAX)
    throw invalid(`Invalid ${kind}: Expression size has exceeded the maximum allowed size;`);
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw invalid(`Invalid ${kind}: Syntax error`);
    tokens.push(token);
  }
  return tokens;
};

/** An attribute's name or its placeholder. @throws ValidationException for reserved words */
export const readName = (reader: Reader): string => {
  const token = reader.next();
  if (token.startsWith('#')) reader.names.add(token);
  else if (!/^[A-Za-z_]/.test(token)) throw reader.fail(`Syntax error; token: "${token}"`);
  else if (reservedWords.has(token.toUpperCase()))
    throw reader.fail(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
  return token;
};
