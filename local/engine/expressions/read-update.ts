import { checkAllowed, isRedundant, type Operand, readOperand, readPath, redundant } from './operands.ts';
import type { Path } from './paths.ts';
import type { Reader } from './tokens.ts';

/** The right-hand side of a SET: an operand, or the sum or difference of two. */
export type Assigned = Operand | { readonly kind: '+' | '-'; readonly one: Operand; readonly other: Operand };

/** One action of an update expression. */
export type Action =
  | { readonly kind: 'SET'; readonly path: Path; readonly to: Assigned }
  | { readonly kind: 'REMOVE'; readonly path: Path }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: Path; readonly value: string };

const FUNCTIONS = ['if_not_exists', 'list_append'];
const IN_SUMS = ['if_not_exists'];

/** @throws ValidationException */
export const readUpdate = (reader: Reader): readonly Action[] => {
  const actions: Action[] = [];
  const seen = new Set<string>();
  while (reader.peek() !== undefined) {
    const section = reader.next().toUpperCase();
    const read = sections[section];
    if (!read) throw reader.fail();
    if (seen.has(section))
      throw reader.fail(`The "${section}" section can only be used once in an update expression;`);
    seen.add(section);
    do actions.push(read(reader));
    while (reader.take(','));
  }
  return actions;
};

const readValue = (reader: Reader): string => {
  const token = reader.next();
  if (!token.startsWith(':')) throw reader.fail(`Syntax error; token: "${token}"`);
  reader.values.add(token);
  return token;
};

const sections: Readonly<Record<string, (reader: Reader) => Action>> = {
  SET: (reader) => {
    const path = readPath(reader);
    reader.need('=');
    return { kind: 'SET', path, to: readAssigned(reader) };
  },
  REMOVE: (reader) => ({ kind: 'REMOVE', path: readPath(reader) }),
  ADD: (reader) => ({ kind: 'ADD', path: readPath(reader), value: readValue(reader) }),
  DELETE: (reader) => ({ kind: 'DELETE', path: readPath(reader), value: readValue(reader) }),
};

/** Reads a right-hand side, which may be in one pair of parentheses. */
const readAssigned = (reader: Reader): Assigned => {
  const end = reader.peek() === '(' ? reader.closing() : undefined;
  if (end === undefined || ['+', '-'].includes(reader.peek(end + 1) ?? '')) return readSum(reader);
  if (isRedundant(reader)) throw redundant(reader);
  reader.need('(');
  const inner = readSum(reader);
  reader.need(')');
  return inner;
};

const readSum = (reader: Reader): Assigned => {
  const one = readOperand(reader, FUNCTIONS);
  const kind = (['+', '-'] as const).find((sign) => reader.take(sign));
  if (!kind) return one;
  reader.count();
  checkAllowed(reader, one, IN_SUMS);
  return { kind, one, other: readOperand(reader, IN_SUMS) };
};
