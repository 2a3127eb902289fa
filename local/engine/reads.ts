import type { BatchGetItemCommandInput, GetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { readUnits } from './capacity.ts';
import { invalid, noSuchTable } from './errors.ts';
import { readExpressions } from './expressions/expressions.ts';
import { project } from './expressions/paths.ts';
import type { Items } from './items.ts';
import { areDistinct, requestedKey, type Schema } from './schema.ts';
import { toStored } from './values/read-values.ts';
import { itemBytes } from './values/size.ts';
import { type Item, toAnswer } from './values/values.ts';

/** Source: DynamoDB's API reference, "BatchGetItem". */
const KEYS_MAX = 100;
const BATCH_BYTES_MAX = 16 * 1024 * 1024;

/** @throws ValidationException */
export const getOne = (items: Items, schema: Schema, request: GetItemCommandInput) => {
  const { projection } = readExpressions(request, schema);
  const row = items.find(requestedKey(toStored(request.Key ?? {}), schema));
  const item = row && (JSON.parse(row.doc) as Item);
  return {
    output: item ? { Item: toAnswer(projection ? project(item, projection) : item) } : {},
    units: () => ({ table: unitsFor(item, request), indexes: {} }),
  };
};

/** Reads items in the order of the keys; keys past 16 MB come back as UnprocessedKeys. @throws ValidationException */
export const getBatch = (items: Items, schema: Schema, name: string, request: BatchGetItemCommandInput) => {
  const wanted = Object.entries(request.RequestItems ?? {});
  for (const [table] of wanted) if (table !== name) throw noSuchTable();
  const asked = wanted[0]?.[1];
  const keys = asked?.Keys ?? [];
  if (!asked || keys.length === 0 || keys.length > KEYS_MAX)
    throw invalid(`Member must have length between 1 and ${KEYS_MAX}`);
  if (!areDistinct(keys.map((key) => requestedKey(toStored(key), schema))))
    throw invalid('Provided list of item keys contains duplicates');
  const { projection } = readExpressions(asked, schema);
  const found = readUpTo(BATCH_BYTES_MAX, items, schema, keys);
  const left = keys.slice(found.length);
  const present = found.filter((item) => item !== undefined);
  return {
    output: {
      Responses: { [name]: present.map((item) => toAnswer(projection ? project(item, projection) : item)) },
      UnprocessedKeys: left.length > 0 ? { [name]: { ...asked, Keys: left } } : {},
    },
    units: () => ({ table: found.reduce((sum, item) => sum + unitsFor(item, asked), 0), indexes: {} }),
  };
};

type RequestKey = NonNullable<GetItemCommandInput['Key']>;

/** The item of each key, undefined where there is none; stops before the item that would pass `bytesMax`. */
const readUpTo = (bytesMax: number, items: Items, schema: Schema, keys: readonly RequestKey[]) => {
  const found: (Item | undefined)[] = [];
  let bytes = 0;
  for (const key of keys) {
    const row = items.find(requestedKey(toStored(key), schema));
    const item = row && (JSON.parse(row.doc) as Item);
    bytes += item ? itemBytes(item) : 0;
    if (bytes > bytesMax) break;
    found.push(item);
  }
  return found;
};

const unitsFor = (item: Item | undefined, { ConsistentRead }: Pick<GetItemCommandInput, 'ConsistentRead'>) =>
  readUnits(item ? itemBytes(item) : 0, ConsistentRead);
