import { type Item, own, type Value } from '../values/values.ts';
import type { Path } from './paths.ts';
import { type Reader, readName } from './tokens.ts';

export type Operand =
  | Path
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string; readonly operands: readonly Operand[] };

/** The names and values that an expression's placeholders stand for. */
export type Placeholders = {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
};

/** Source: DynamoDB's quotas, "Nested attribute depth", which holds for paths as well. */
const PATH_PARTS_MAX = 32;
/** Largest list index that DynamoDB Local accepts: the largest signed 32-bit integer. */
const PLACE_MAX = 2 ** 31 - 1;

/** @throws ValidationException */
export const readPath = (reader: Reader): Path => {
  const parts: (string | number)[] = [readName(reader)];
  for (;;) {
    if (reader.take('.')) parts.push(readName(reader));
    else if (reader.take('[')) {
      parts.push(readPlace(reader));
      reader.need(']');
    } else return bounded(reader, { kind: 'path', parts });
  }
};

const readPlace = (reader: Reader): number => {
  const place = reader.next();
  if (!/^\d+$/.test(place)) throw reader.fail(`Syntax error; token: "${place}"`);
  if (Number(place) > PLACE_MAX)
    throw reader.fail(`List index is not within the allowable range; index: [${place}]`);
  return Number(place);
};

const bounded = (reader: Reader, path: Path): Path => {
  const { length } = path.parts;
  if (length > 1) reader.nested.push(path);
  if (length <= PATH_PARTS_MAX) return path;
  throw reader.fail(`The document path has too many nesting levels; nesting levels: ${length}`);
};

/**
 * Reads an operand, which may be in one pair of parentheses.
 * @param allowed names of the functions that may be called here
 * @throws ValidationException
 */
export const readOperand = (reader: Reader, allowed: readonly string[]): Operand => {
  const token = reader.peek();
  if (reader.take('(')) {
    if (reader.peek() === '(') throw redundant(reader);
    const operand = readOperand(reader, allowed);
    reader.need(')');
    return operand;
  }
  if (token?.startsWith(':')) {
    reader.values.add(reader.next());
    return { kind: 'value', name: token };
  }
  return reader.peek(1) === '(' ? readCall(reader, allowed) : readPath(reader);
};

/** Reads a function call; function names are case-sensitive. @throws ValidationException */
export const readCall = (reader: Reader, allowed: readonly string[]) => {
  const name = reader.next();
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) throw reader.fail(`Invalid function name; function: ${name}`);
  checkAllowed(reader, { kind: 'function', name, operands: [] }, allowed);
  reader.count();
  reader.need('(');
  const operands: Operand[] = [];
  do operands.push(readOperand(reader, known.within));
  while (reader.take(','));
  reader.need(')');
  if (operands.length !== known.count)
    throw reader.fail(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
    );
  if (known.isOfPath && operands[0]?.kind !== 'path')
    throw reader.fail(`Operator or function requires a document path; operator or function: ${name}`);
  return { kind: 'function', name, operands } as const;
};

/** Refuses a function where only others may be called. @throws ValidationException */
export const checkAllowed = (reader: Reader, operand: Operand, allowed: readonly string[]): void => {
  if (operand.kind === 'function' && !allowed.includes(operand.name))
    throw reader.fail(
      `The function is not allowed to be used this way in an expression; function: ${operand.name}`,
    );
};

/** Whether the next parentheses enclose only another pair of parentheses. */
export const isRedundant = (reader: Reader): boolean => {
  const end = reader.closing();
  return end !== undefined && reader.peek(1) === '(' && reader.closing(1) === end - 1;
};

export const redundant = (reader: Reader) => reader.fail('The expression has redundant parentheses;');

type KnownFunction = {
  /** How many operands it takes. */
  readonly count: number;
  /** Functions that may be called in its operands. */
  readonly within: readonly string[];
  /** Whether the first operand must be a path. */
  readonly isOfPath?: boolean;
};

const functions: Readonly<Record<string, KnownFunction>> = {
  attribute_exists: { count: 1, within: [], isOfPath: true },
  attribute_not_exists: { count: 1, within: [], isOfPath: true },
  attribute_type: { count: 2, within: ['size'] },
  begins_with: { count: 2, within: [] },
  contains: { count: 2, within: ['size'] },
  size: { count: 1, within: [] },
  if_not_exists: { count: 2, within: ['if_not_exists'], isOfPath: true },
  list_append: { count: 2, within: ['if_not_exists'] },
};

/** Replaces a path's placeholders with their names. */
export const resolve = ({ parts }: Path, { names }: Placeholders): readonly (string | number)[] =>
  parts.some(isPlaceholder)
    ? parts.map((part) => (isPlaceholder(part) ? (names[part] as string) : part))
    : parts;

const isPlaceholder = (part: string | number): part is string =>
  typeof part === 'string' && part.startsWith('#');

/** The value at a path; undefined when there is none. */
export const valueAt = (item: Item | undefined, parts: readonly (string | number)[]): Value | undefined => {
  let value = own(item, parts[0] as string);
  for (let at = 1; at < parts.length && value; at += 1) {
    const part = parts[at] as string | number;
    value = typeof part === 'number' ? value.L?.[part] : own(value.M, part);
  }
  return value;
};
