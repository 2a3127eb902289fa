import type { QueryCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { readUnits, type Units } from './capacity.ts';
import { type Database, indexTable } from './database.ts';
import { invalid } from './errors.ts';
import { attributesIn, holds } from './expressions/condition.ts';
import { type Expressions, readExpressions } from './expressions/expressions.ts';
import { project } from './expressions/paths.ts';
import { readKeyCondition } from './key-condition.ts';
import { type Index, type KeyNames, keyOf, type Schema } from './schema.ts';
import { itemBytes } from './size.ts';
import { type Item, toAnswer, toStored } from './values.ts';

/** Source: DynamoDB's guide, "Paginating table query results". */
const PAGE_BYTES_MAX = 1_048_576;
/** UTF-8 takes at most so many bytes for a unit of UTF-16. */
const BYTES_PER_UNIT_MAX = 3;

/** A page as far as it was read, before and after the filter. */
export type Page = {
  readonly items: readonly Item[];
  readonly scanned: number;
  readonly last: Item | undefined;
  readonly bytes: () => number;
};

/** Where items are read from: the table, or one of its indexes. */
type Source = {
  readonly table: string;
  readonly hash: string;
  readonly range: string;
  /** Columns that order entries within a partition, and the attributes they hold. */
  readonly order: readonly (readonly [string, string])[];
  /** Attributes that say where a page ended. */
  readonly keys: readonly string[];
};

/** @throws ValidationException */
export const query = (database: Database, schema: Schema, request: QueryCommandInput) => {
  const index = indexOf(schema, request.IndexName);
  if (index && request.ConsistentRead)
    throw invalid('Consistent reads are not supported on global secondary indexes');
  const source = sourceOf(schema, index);
  const expressions = readExpressions(request);
  const { hash, sql, values } = readKeyCondition(index ?? schema, expressions);
  const isBackward = request.ScanIndexForward === false;
  checkAttributes(index ?? schema, index, expressions);
  const start = startOf(source, request.ExclusiveStartKey);
  if (start && start.item[(index ?? schema).hash]?.S !== hash)
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  const columns = source.order.map(([column]) => column);
  const where = `${source.hash} = ?${sql.replaceAll('@', source.range)}${start ? after(columns, isBackward) : ''}`;
  const order = columns.map((column) => `${column}${isBackward ? ' DESC' : ''}`).join(', ');
  const rows = database
    .prepare(`SELECT doc FROM ${source.table} WHERE ${where} ORDER BY ${order}`)
    .iterate(hash, ...values, ...(start?.values ?? []));
  return answer(
    readPage(rows as Iterable<{ doc: string }>, expressions, request.Limit),
    source,
    request,
    index,
  );
};

/** Every item, in the order of keys, where DynamoDB has an order of its own. @throws ValidationException */
export const scan = (database: Database, schema: Schema, request: ScanCommandInput) => {
  const source = sourceOf(schema, undefined);
  const expressions = readExpressions(request);
  const columns = ['pk', 'sk'];
  const key = request.ExclusiveStartKey && keyOf(toStored(request.ExclusiveStartKey), schema);
  const rows = database
    .prepare(`SELECT doc FROM item WHERE TRUE${key ? after(columns, false) : ''} ORDER BY pk, sk`)
    .iterate(...(key ? [key.hash, key.range] : []));
  return answer(
    readPage(rows as Iterable<{ doc: string }>, expressions, request.Limit),
    source,
    request,
    undefined,
  );
};

const indexOf = (schema: Schema, name: string | undefined): Index | undefined => {
  const index = schema.indexes.find((known) => known.name === name);
  if (name !== undefined && !index) throw invalid(`The table does not have the specified index: ${name}`);
  return index;
};

/** A filter looks at no attribute of the key, and an index answers for what it carries only. */
const checkAttributes = (names: KeyNames, index: Index | undefined, expressions: Expressions): void => {
  const { filter, projection, given } = expressions;
  const filtered = filter ? attributesIn(filter, given) : [];
  const key = filtered.find((name) => name === names.hash || name === names.range);
  if (key !== undefined)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key}`,
    );
  const carried = index?.projection;
  if (!carried || carried === 'all') return;
  const absent = [...filtered, ...(projection ?? []).map(([name]) => String(name))].filter(
    (name) => !carried.has(name),
  );
  if (absent.length > 0)
    throw invalid(
      `One or more parameter values were invalid: Secondary index ${index.name} does not project one or more attributes: [${absent}]`,
    );
};

const sourceOf = (schema: Schema, index: Index | undefined): Source =>
  index
    ? {
        table: indexTable(index.name),
        hash: 'h',
        range: 'r',
        order: [
          ['r', index.range],
          ['pk', schema.hash],
          ['sk', schema.range],
        ],
        keys: [...new Set([schema.hash, schema.range, index.hash, index.range])],
      }
    : {
        table: 'item',
        hash: 'pk',
        range: 'sk',
        order: [['sk', schema.range]],
        keys: [schema.hash, schema.range],
      };

const after = (columns: readonly string[], isBackward: boolean) =>
  ` AND (${columns}) ${isBackward ? '<' : '>'} (${columns.map(() => '?')})`;

const startOf = ({ keys, order }: Source, start: QueryCommandInput['ExclusiveStartKey']) => {
  if (!start) return undefined;
  const item = toStored(start);
  const names = Object.keys(item);
  if (names.length !== keys.length || !keys.every((name) => item[name]?.S !== undefined))
    throw invalid('The provided starting key is invalid');
  return { item, values: order.map(([, name]) => item[name]?.S ?? '') };
};

const readPage = (
  rows: Iterable<{ readonly doc: string }>,
  { filter, projection, given }: Expressions,
  limit = Number.POSITIVE_INFINITY,
): Page & { readonly isCut: boolean } => {
  if (limit < 1) throw invalid('Limit must be greater than or equal to 1');
  const read: Item[] = [];
  const bytes = counter(read);
  let bound = 0;
  let isCut = false;
  for (const { doc } of rows) {
    read.push(JSON.parse(doc) as Item);
    bound += doc.length * BYTES_PER_UNIT_MAX;
    isCut = read.length >= limit || (bound > PAGE_BYTES_MAX && bytes() > PAGE_BYTES_MAX);
    if (isCut) break;
  }
  const passed = filter ? read.filter((item) => holds(filter, item, given)) : read;
  const items = projection ? passed.map((item) => project(item, projection)) : passed;
  return { items, scanned: read.length, last: read.at(-1), bytes, isCut };
};

/** Bytes of all items of a growing list, each measured once. */
const counter = (items: readonly Item[]) => {
  let measured = 0;
  let bytes = 0;
  return (): number => {
    for (; measured < items.length; measured += 1) bytes += itemBytes(items[measured] as Item);
    return bytes;
  };
};

const answer = (
  { items, scanned, last, bytes, isCut }: ReturnType<typeof readPage>,
  { keys }: Source,
  { Select, ConsistentRead }: Pick<QueryCommandInput, 'Select' | 'ConsistentRead'>,
  index: Index | undefined,
) => {
  const key = isCut && last ? Object.fromEntries(keys.map((name) => [name, last[name] ?? {}])) : undefined;
  const units = (): Units => {
    const used = readUnits(bytes(), ConsistentRead);
    return index ? { table: 0, indexes: { [index.name]: used } } : { table: used, indexes: {} };
  };
  return {
    output: {
      ...(Select === 'COUNT' ? {} : { Items: items.map(toAnswer) }),
      Count: items.length,
      ScannedCount: scanned,
      ...(key ? { LastEvaluatedKey: toAnswer(key) } : {}),
    },
    units,
  };
};
