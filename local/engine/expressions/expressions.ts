import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid } from '../errors.ts';
import type { Schema } from '../schema.ts';
import { checkOperands } from './check-operands.ts';
import type { Condition } from './condition.ts';
import { type Placeholders, readPath, resolve } from './operands.ts';
import { checkApart, type Path } from './paths.ts';
import { checkNames, checkPlaceholders, readValues } from './placeholders.ts';
import { readCondition } from './read-condition.ts';
import { type Action, readUpdate } from './read-update.ts';
import { type Reader, readTokens } from './tokens.ts';
import { checkActions } from './update.ts';

/** Maximum parsed texts in one parser's cache; Palabre has a few dozen. */
const KEPT_MAX = 1000;

type Parsed<T> = {
  readonly ast: T;
  readonly names: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly nested: readonly Path[];
};

/** Makes a parser that caches its result for each distinct text. */
const parser = <T>(read: (reader: Reader) => T) => {
  const kept = new Map<string, Parsed<T>>();
  return (kind: string, text: string): Parsed<T> => {
    const known = kept.get(text);
    if (known) return known;
    const reader = readTokens(kind, text);
    const parsed = { ast: read(reader), names: reader.names, values: reader.values, nested: reader.nested };
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(text, parsed);
    return parsed;
  };
};

const parseCondition = parser(readCondition);
const parseUpdate = parser(readUpdate);
const parseProjection = parser((reader): readonly Path[] => {
  const paths: Path[] = [];
  do paths.push(readPath(reader));
  while (reader.take(','));
  if (reader.peek() !== undefined) throw reader.fail();
  return paths;
});

/** The parsed expressions of one request; those it lacks are undefined. */
export type Expressions = {
  readonly condition?: Condition | undefined;
  readonly filter?: Condition | undefined;
  readonly keys?: Condition | undefined;
  readonly update?: readonly Action[] | undefined;
  readonly projection?: readonly (readonly (string | number)[])[] | undefined;
  readonly given: Placeholders;
};

/** The expression parameters of a request. */
type Written = {
  readonly ConditionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly KeyConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, AttributeValue>> | undefined;
};

const NONE: Placeholders = { names: {}, values: {} };

/**
 * Parses a request's expressions.
 * @param schema names the key attributes of the table and its indexes, which must be scalars
 * @throws ValidationException for invalid expressions, and for placeholders that are missing or not used
 */
export const readExpressions = (request: Written, { keys: scalars }: Pick<Schema, 'keys'>): Expressions => {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = request;
  const read = <T>(
    kind: keyof Written & `${string}Expression`,
    parse: (kind: string, text: string) => Parsed<T>,
  ) => {
    const text = request[kind];
    return text == null ? undefined : parse(kind, text);
  };
  const condition = read('ConditionExpression', parseCondition);
  const filter = read('FilterExpression', parseCondition);
  const keys = read('KeyConditionExpression', parseCondition);
  const update = read('UpdateExpression', parseUpdate);
  const projection = read('ProjectionExpression', parseProjection);
  const parsed = [condition, filter, keys, update, projection].filter((one) => one !== undefined);
  checkPlaceholders('Names', names, parsed, (one) => one.names);
  checkPlaceholders('Values', values, parsed, (one) => one.values);
  if (names) checkNames(names);
  const given = names || values ? { names: names ?? {}, values: readValues(values) } : NONE;
  for (const { nested } of parsed) checkScalars(nested, given, scalars);
  for (const one of [condition, filter, keys]) if (one) checkOperands(one.ast, given);
  if (update) checkActions(update.ast, given);
  const paths = projection?.ast.map((path) => resolve(path, given));
  if (paths) checkApart(paths);
  return {
    condition: condition?.ast,
    filter: filter?.ast,
    keys: keys?.ast,
    update: update?.ast,
    projection: paths,
    given,
  };
};

const checkScalars = (nested: readonly Path[], given: Placeholders, scalars: ReadonlySet<string>): void => {
  for (const path of nested) {
    const [name] = resolve(path, given);
    if (scalars.has(String(name)))
      throw invalid(
        `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: ${name}`,
      );
  }
};
