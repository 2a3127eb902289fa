import { type Item, own, type Value } from '../values.ts';
import { type Reader, readName } from './tokens.ts';

/** Where in an item: an attribute, then names in maps and places in lists. Names may be placeholders. */
export type Path = { readonly kind: 'path'; readonly parts: readonly (string | number)[] };
export type Operand =
  | Path
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string; readonly operands: readonly Operand[] };

/** What an expression's placeholders stand for. */
export type Placeholders = {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
};

export const readPath = (reader: Reader): Path => {
  const parts: (string | number)[] = [readName(reader)];
  for (;;) {
    if (reader.take('.')) parts.push(readName(reader));
    else if (reader.take('[')) {
      const place = reader.next();
      if (!/^\d+$/.test(place)) throw reader.fail();
      parts.push(Number(place));
      reader.need(']');
    } else return { kind: 'path', parts };
  }
};

/** @param functions the functions that may stand here, by name. */
export const readOperand = (reader: Reader, functions: readonly string[]): Operand => {
  const token = reader.peek();
  if (token?.startsWith(':')) {
    reader.values.add(reader.next());
    return { kind: 'value', name: token };
  }
  if (reader.peek(1) !== '(' || token === '(') return readPath(reader);
  return readCall(reader, functions);
};

/** A function's name, which is told apart by its case, and its operands. */
export const readCall = (reader: Reader, functions: readonly string[]) => {
  const name = reader.next();
  const count = arity[name];
  if (count === undefined) throw reader.fail(`Invalid function name; function: ${name}`);
  if (!functions.includes(name))
    throw reader.fail(`The function is not allowed to be used this way in an expression; function: ${name}`);
  reader.need('(');
  const operands: Operand[] = [];
  do operands.push(readOperand(reader, functions));
  while (reader.take(','));
  reader.need(')');
  if (operands.length !== count)
    throw reader.fail(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
    );
  if (name !== 'list_append' && operands[0]?.kind === 'value' && takesPath.has(name))
    throw reader.fail(`Operator or function requires a document path; operator or function: ${name}`);
  return { kind: 'function', name, operands } as const;
};

const arity: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
  if_not_exists: 2,
  list_append: 2,
};
const takesPath = new Set(['attribute_exists', 'attribute_not_exists', 'if_not_exists']);

/** A path with its placeholders put in. */
export const resolve = ({ parts }: Path, { names }: Placeholders): readonly (string | number)[] =>
  parts.map((part) => (typeof part === 'string' && part.startsWith('#') ? (names[part] as string) : part));

/** What an item holds at a place. */
export const valueAt = (item: Item | undefined, parts: readonly (string | number)[]): Value | undefined => {
  let value = own(item, parts[0] as string);
  for (let at = 1; at < parts.length && value; at += 1) {
    const part = parts[at] as string | number;
    value = typeof part === 'number' ? value.L?.[part] : own(value.M, part);
  }
  return value;
};
