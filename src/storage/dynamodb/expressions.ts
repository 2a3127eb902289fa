import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Item, type Plain, type PlainMap, toAttribute, toItem } from './attributes.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** A condition on a path: an attribute's name, or a dotted path into a map. */
export type Condition =
  | readonly [path: string, test: 'exists']
  | readonly [path: string, test: 'absent']
  | readonly [path: string, test: '=' | '<>' | '<=' | '>=' | 'absent or =' | 'absent or <=', value: Plain]
  /** Equal to what was read, whatever its type. */
  | readonly [path: string, test: 'is', value: AttributeValue];

/** An update of an item, by path. No path may occur twice or contain another; undefined values are left out. */
export type Update = {
  readonly set?: PlainMap;
  /** Set only if the path is empty. */
  readonly fill?: PlainMap;
  readonly add?: Readonly<Record<string, number>>;
  readonly remove?: readonly string[];
  /** All of these must hold, or nothing is written. */
  readonly only?: readonly Condition[];
};

/** Requires that a value is unchanged since it was read; undefined requires that it is still absent. */
export const isStill = (path: string, value: Plain | undefined): Condition =>
  value === undefined ? [path, 'absent'] : [path, '=', value];

/** Requires that an item is at the version that was read: 0, or none, where it tells of none. */
export const isStillAt = (version: number | undefined): Condition => isStill('version', version || undefined);

/** The input of an UpdateItem command, or of one part of a transaction. */
export const updateOf = (table: Table, key: Key, { set, fill, add, remove = [], only }: Update) => {
  const slots = openPlaceholders();
  const { name, value } = slots;
  const put = pairsOf(set).map(([path, to]) => `${name(path)} = ${value(to)}`);
  const filled = pairsOf(fill).map(
    ([path, to]) => `${name(path)} = if_not_exists(${name(path)}, ${value(to)})`,
  );
  const added = pairsOf(add).map(([path, by]) => `${name(path)} ${value(by)}`);
  const sections = { SET: [...put, ...filled], ADD: added, REMOVE: remove.map(name) };
  return {
    TableName: table.name,
    Key: table.key(key),
    UpdateExpression: Object.entries(sections)
      .filter(([, actions]) => actions.length > 0)
      .map(([word, actions]) => `${word} ${actions.join(',')}`)
      .join(' '),
    ...conditionOf(only, slots),
  };
};

/** The input that replaces a whole item. */
export const putOf = (table: Table, item: Item, only?: readonly Condition[]) => ({
  TableName: table.name,
  Item: item,
  ...conditionOf(only, openPlaceholders()),
});

export const deleteOf = (table: Table, key: Key, only?: readonly Condition[]) => ({
  TableName: table.name,
  Key: table.key(key),
  ...conditionOf(only, openPlaceholders()),
});

/** The input of a transaction's part that writes nothing. */
export const checkOf = (table: Table, key: Key, only: Condition) => ({
  TableName: table.name,
  Key: table.key(key),
  ConditionExpression: '',
  ...conditionOf([only], openPlaceholders()),
});

const pairsOf = (values: PlainMap = {}) => Object.entries(toItem(values));

/** A condition with all placeholders of its request. A failed write returns the item it met, so that callers recognise their own write. */
const conditionOf = (only: readonly Condition[] = [], slots: Placeholders) => {
  const texts = only.map((condition) => textOf(condition, slots));
  return {
    ...(texts.length > 0
      ? {
          ConditionExpression: texts.join(' AND '),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
        }
      : {}),
    ...slots.all(),
  };
};

const textOf = ([path, test, to]: Condition, { name, value }: Placeholders): string => {
  if (test === 'exists') return `attribute_exists(${name(path)})`;
  if (test === 'absent') return `attribute_not_exists(${name(path)})`;
  if (test === 'is') return `${name(path)} = ${value(to)}`;
  if (test === 'absent or =' || test === 'absent or <=')
    return `(attribute_not_exists(${name(path)}) OR ${name(path)} ${test.slice('absent or '.length)} ${value(toAttribute(to))})`;
  return `${name(path)} ${test} ${value(toAttribute(to))}`;
};

type Placeholders = ReturnType<typeof openPlaceholders>;

/** Placeholders for all names and values, since names can be reserved words. They are short because an expression is limited to 4 KB. */
const openPlaceholders = () => {
  const names: string[] = [];
  const values: AttributeValue[] = [];
  const nameOne = (one: string) => {
    if (!names.includes(one)) names.push(one);
    return `#${names.indexOf(one)}`;
  };
  return {
    name: (path: string) => path.split('.').map(nameOne).join('.'),
    value: (value: AttributeValue) => `:${values.push(value) - 1}`,
    /** In the request's form; empty maps are left out because DynamoDB refuses them. */
    all: () => ({
      ...(names.length > 0
        ? { ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#${at}`, name])) }
        : {}),
      ...(values.length > 0
        ? { ExpressionAttributeValues: Object.fromEntries(values.map((value, at) => [`:${at}`, value])) }
        : {}),
    }),
  };
};
