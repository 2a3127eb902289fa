import { invalid } from '../errors.ts';
import type { Comparator, Condition } from '../expressions/condition.ts';
import type { Expressions } from '../expressions/expressions.ts';
import { type Operand, resolve } from '../expressions/operands.ts';
import { type KeyNames, RANGE_BYTES_MAX } from '../schema.ts';
import type { Value } from '../values/values.ts';

/** A range of sort keys in one partition, as SQL. */
export type KeyRange = {
  readonly hash: string;
  /** A condition on the sort key, with `@` for its column; empty for the whole partition. */
  readonly sql: string;
  readonly values: readonly (string | Buffer)[];
  /** The parsed condition, to check an ExclusiveStartKey with. */
  readonly range: Condition | undefined;
};

/** Reads a query's key condition: the partition key, and at most one condition on the sort key. @throws ValidationException */
export const readKeyCondition = (names: KeyNames, { keys, given }: Expressions): KeyRange => {
  if (!keys) throw invalid('Either the KeyConditions or KeyConditionExpression parameter must be specified');
  const parts = (keys.kind === 'and' ? [keys.one, keys.other] : [keys]).map(turned);
  const nameOf = (operand: Operand | undefined) =>
    operand?.kind === 'path' ? resolve(operand, given).join('.') : undefined;
  const text = (operand: Operand | undefined): string => textOf(operand, given.values);
  const hash = parts.find(
    (part) => part.kind === 'compare' && part.by === '=' && nameOf(part.one) === names.hash,
  );
  if (hash?.kind !== 'compare') throw invalid(`Query condition missed key schema element: ${names.hash}`);
  const range = parts.find((part) => part !== hash);
  if (!range) return { hash: text(hash.other), sql: '', values: [], range };
  if (nameOf(subjectOf(range)) !== names.range) throw invalid('Query key condition not supported');
  return { hash: text(hash.other), ...rangeOf(range, bounded(text)), range };
};

/** Puts the attribute first: `:a < b` becomes `b > :a`. */
const turned = (condition: Condition): Condition => {
  if (condition.kind !== 'compare' || condition.one.kind !== 'value' || condition.other.kind !== 'path')
    return condition;
  const { by, one, other } = condition;
  return { kind: 'compare', by: TURNED[by], one: other, other: one };
};

const TURNED: Readonly<Record<Comparator, Comparator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const subjectOf = (condition: Condition): Operand | undefined => {
  if (condition.kind === 'compare') return condition.one;
  if (condition.kind === 'between') return condition.of;
  return condition.kind === 'function' ? condition.operands[0] : undefined;
};

/** Limits a bound to the maximum length of a sort key, as DynamoDB does. */
const bounded =
  (text: (operand: Operand | undefined) => string) =>
  (operand: Operand | undefined): string => {
    const bound = text(operand);
    if (Buffer.byteLength(bound) > RANGE_BYTES_MAX)
      throw invalid(
        `One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${RANGE_BYTES_MAX} bytes`,
      );
    return bound;
  };

const rangeOf = (
  condition: Condition,
  text: (operand: Operand | undefined) => string,
): Pick<KeyRange, 'sql' | 'values'> => {
  if (condition.kind === 'compare' && condition.by !== '<>')
    return { sql: ` AND @ ${condition.by} ?`, values: [text(condition.other)] };
  if (condition.kind === 'between')
    return { sql: ' AND @ BETWEEN ? AND ?', values: [text(condition.from), text(condition.to)] };
  if (condition.kind === 'function' && condition.name === 'begins_with') {
    const start = text(condition.operands[1]);
    // UTF-8 never contains the byte FF, so this bound sorts after every string with the prefix.
    const end = Buffer.concat([Buffer.from(start), Buffer.of(0xff)]);
    return { sql: ' AND @ >= ? AND @ < CAST(? AS TEXT)', values: [start, end] };
  }
  throw invalid('Invalid operator used in KeyConditionExpression');
};

const textOf = (operand: Operand | undefined, values: Readonly<Record<string, Value>>): string => {
  if (operand?.kind !== 'value')
    throw invalid(
      'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
    );
  const text = values[operand.name]?.S;
  if (text === undefined)
    throw invalid(
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    );
  if (text === '')
    throw invalid(
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value.',
    );
  return text;
};
