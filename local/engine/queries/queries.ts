import type { QueryCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { invalid } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import { readExpressions } from '../expressions/expressions.ts';
import type { Placeholders } from '../expressions/operands.ts';
import { type Database, indexTable } from '../file/database.ts';
import type { Index, KeyNames, Schema } from '../schema.ts';
import { toStored } from '../values/read-values.ts';
import type { Item } from '../values/values.ts';
import { checkAttributes, checkSelect } from './check-query.ts';
import { type KeyRange, readKeyCondition } from './key-condition.ts';
import { answerPage, readPage } from './pages.ts';

/** Where items are read from: the table, or one of its indexes. */
type Source = {
  readonly table: string;
  readonly hash: string;
  readonly range: string;
  /** The columns that order entries within a partition, each with its attribute. */
  readonly order: readonly (readonly [string, string])[];
  /** The attributes of LastEvaluatedKey and ExclusiveStartKey. */
  readonly keys: readonly string[];
};

/** @throws ValidationException */
export const query = (database: Database, schema: Schema, request: QueryCommandInput) => {
  const index = indexOf(schema, request.IndexName);
  if (index && request.ConsistentRead)
    throw invalid('Consistent reads are not supported on global secondary indexes');
  const source = sourceOf(schema, index);
  const expressions = readExpressions(request, schema);
  const names = index ?? schema;
  const within = readKeyCondition(names, expressions);
  const { hash, sql, values } = within;
  const isBackward = request.ScanIndexForward === false;
  checkSelect(request.Select, index, expressions);
  checkAttributes(names, index, expressions);
  const start = startOf(source, request.ExclusiveStartKey);
  if (start) checkWithin(within, names, start.item, expressions.given);
  const columns = source.order.map(([column]) => column);
  const where = `${source.hash} = ?${sql.replaceAll('@', source.range)}${start ? after(columns, isBackward) : ''}`;
  const order = columns.map((column) => `${column}${isBackward ? ' DESC' : ''}`).join(', ');
  const rows = database
    .prepare(`SELECT doc FROM ${source.table} WHERE ${where} ORDER BY ${order}`)
    .iterate(hash, ...values, ...(start?.values ?? []));
  const page = readPage(rows as Iterable<{ doc: string }>, expressions, request.Limit);
  return answerPage(page, source.keys, request, index);
};

/** Reads all items in key order; DynamoDB's own scan order differs. @throws ValidationException */
export const scan = (database: Database, schema: Schema, request: ScanCommandInput) => {
  const source = sourceOf(schema, undefined);
  const expressions = readExpressions(request, schema);
  checkSelect(request.Select, undefined, expressions);
  const start = startOf(source, request.ExclusiveStartKey)?.item;
  const rows = database
    .prepare(`SELECT doc FROM item WHERE TRUE${start ? after(['pk', 'sk'], false) : ''} ORDER BY pk, sk`)
    .iterate(...(start ? source.keys.map((name) => start[name]?.S ?? '') : []));
  const page = readPage(rows as Iterable<{ doc: string }>, expressions, request.Limit);
  return answerPage(page, source.keys, request, undefined);
};

const indexOf = (schema: Schema, name: string | undefined): Index | undefined => {
  const index = schema.indexes.find((known) => known.name === name);
  if (name !== undefined && !index) throw invalid(`The table does not have the specified index: ${name}`);
  return index;
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

/** Refuses a start key that does not meet the key condition. @throws ValidationException */
const checkWithin = ({ hash, range }: KeyRange, names: KeyNames, start: Item, given: Placeholders): void => {
  if (start[names.hash]?.S !== hash)
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  if (range && !holds(range, start, given))
    throw invalid('The provided starting key does not match the range key predicate');
};

const after = (columns: readonly string[], isBackward: boolean) =>
  ` AND (${columns}) ${isBackward ? '<' : '>'} (${columns.map(() => '?')})`;

const startOf = ({ keys, order }: Source, start: QueryCommandInput['ExclusiveStartKey']) => {
  if (!start) return undefined;
  const item = toStored(start);
  const names = Object.keys(item);
  if (names.length !== keys.length || !keys.every((name) => item[name]?.S))
    throw invalid('The provided starting key is invalid');
  return { item, values: order.map(([, name]) => item[name]?.S ?? '') };
};
