import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { readUnits, type Units } from '../capacity.ts';
import { invalid } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import type { Expressions } from '../expressions/expressions.ts';
import { project } from '../expressions/paths.ts';
import type { Index } from '../schema.ts';
import { itemBytes } from '../values/size.ts';
import { type Item, toAnswer } from '../values/values.ts';

/** Source: DynamoDB's guide, "Paginating table query results". */
const PAGE_BYTES_MAX = 1_048_576;
/** Maximum UTF-8 bytes of one UTF-16 code unit. */
const BYTES_PER_UNIT_MAX = 3;

/** A page: `items` passed the filter; `scanned`, `last` and `bytes` are of all items that were read. */
type Page = {
  readonly items: readonly Item[];
  readonly scanned: number;
  readonly last: Item | undefined;
  readonly bytes: () => number;
  /** Whether it ended at a limit, so that more rows may follow. */
  readonly isCut: boolean;
};

/** Reads rows in order up to the limit or 1 MB, then filters and projects them. @throws ValidationException */
export const readPage = (
  rows: Iterable<{ readonly doc: string }>,
  { filter, projection, given }: Expressions,
  asked: number | undefined,
): Page => {
  const limit = asked ?? Number.POSITIVE_INFINITY;
  if (limit < 1) throw invalid('Limit must be greater than or equal to 1');
  const read: Item[] = [];
  const bytes = counter(read);
  let bound = 0;
  let isCut = false;
  for (const { doc } of rows) {
    read.push(JSON.parse(doc) as Item);
    bound += doc.length * BYTES_PER_UNIT_MAX;
    isCut = read.length >= limit || (bound >= PAGE_BYTES_MAX && bytes() >= PAGE_BYTES_MAX);
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

/**
 * Builds the response of a query or scan, and the capacity units it used.
 * @param keys the attributes of LastEvaluatedKey
 */
export const answerPage = (
  { items, scanned, last, bytes, isCut }: Page,
  keys: readonly string[],
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
