import { createHash } from 'node:crypto';
import type {
  AttributeValue,
  TransactWriteItem,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { doubled, readUnits, sumOfUnits, type Units, unitsOf } from './capacity.ts';
import { canceled, type Fault, invalid, isOfKeyType, noSuchTable, otherRequest } from './errors.ts';
import type { Database } from './file/database.ts';
import type { Items } from './items.ts';
import { areDistinct, keyOf, type Schema } from './schema.ts';
import { toStored } from './values/read-values.ts';
import { itemBytes } from './values/size.ts';
import type { Item } from './values/values.ts';
import { oldFor, type Planned, planWrite, type WriteKind } from './writes.ts';

/** Source: DynamoDB's API reference, "TransactWriteItems". */
const PARTS_MAX = 100;
const BYTES_MAX = 4 * 1024 * 1024;
const TOKEN_LENGTH_MAX = 36;
/** How long a ClientRequestToken makes a request idempotent. */
const TOKEN_MS = 600_000;

type Context = {
  readonly database: Database;
  readonly items: Items;
  readonly schema: Schema;
  readonly tableName: string;
};

/**
 * Applies all actions or none: every condition is evaluated before anything is written. A request whose token is already known
 * succeeds without being applied again.
 * @throws TransactionCanceledException @throws IdempotentParameterMismatchException @throws ValidationException
 */
export const writeAll = (context: Context, request: TransactWriteItemsCommandInput, at: number): Units => {
  const { items, schema } = context;
  const parts = (request.TransactItems ?? []).map(partOf);
  if (parts.length === 0 || parts.length > PARTS_MAX)
    throw invalid(`Member must have length between 1 and ${PARTS_MAX}`);
  for (const [, part] of parts) if (part.TableName !== context.tableName) throw noSuchTable();

  const { isKnown, note } = checkToken(context, request, at);
  if (isKnown) return sumOfUnits(parts.map((part) => unitsOfReplay(context, part)));
  const plans = parts.map((part) => planOrFault(context, part));
  const planned = plans.filter((plan) => 'key' in plan);
  if (!areDistinct(planned.map(({ key }) => key)))
    throw invalid('Transaction request cannot include multiple operations on one item');
  checkSize(planned);
  const faults = plans.map((plan, place) => ('key' in plan ? faultOf(plan, parts[place]?.[1]) : plan));
  if (faults.some((fault) => fault)) throw canceled(faults);
  for (const plan of planned) items.write(plan, at);
  note();
  return sumOfUnits(planned.map((plan) => doubled(unitsOf(schema, plan))));
};

/** A part that was applied before is charged as a transactional read of its item. */
const unitsOfReplay = ({ items, schema }: Context, [, part]: readonly [WriteKind, Part]): Units => {
  const { Item: put, Key }: { readonly [name in 'Item' | 'Key']?: RequestItem | undefined } = part;
  const row = items.find(keyOf(toStored(put ?? Key ?? {}), schema));
  const bytes = row ? itemBytes(JSON.parse(row.doc) as Item) : 0;
  return doubled({ table: readUnits(bytes, true), indexes: {} });
};

type RequestItem = Readonly<Record<string, AttributeValue>>;
type Part = NonNullable<TransactWriteItem[WriteKind]>;

const partOf = (item: TransactWriteItem): readonly [WriteKind, Part] => {
  const [[kind, part] = [], ...more] = Object.entries(item).filter(([, value]) => value !== undefined);
  if (!kind || !part || more.length > 0)
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  return [kind as WriteKind, part];
};

/** Evaluates a part of a transaction, of which a key of the wrong type is no more than a fault. @throws ValidationException */
const planOrFault = (
  { items, schema }: Context,
  [kind, part]: readonly [WriteKind, Part],
): Planned | Fault => {
  if (kind === 'ConditionCheck' && part.ConditionExpression === undefined)
    throw invalid('A ConditionCheck needs a ConditionExpression');
  try {
    return planWrite(items, schema, kind, part);
  } catch (error) {
    if (isOfKeyType(error)) return invalidity(error.message);
    throw error;
  }
};

const invalidity = (message: string): Fault => ({ code: 'ValidationError', message });

const checkSize = (planned: readonly Planned[]): void => {
  const bytes = planned.reduce((sum, { old, next }) => sum + itemBytes(next ?? old ?? {}), 0);
  if (bytes > BYTES_MAX) throw invalid('Collective size of items in transaction has exceeded 4 MB');
};

const faultOf = (plan: Planned, part: Part | undefined): Fault | undefined => {
  if (plan.isAllowed) return plan.problem === undefined ? undefined : invalidity(plan.problem);
  return {
    code: 'ConditionalCheckFailed',
    message: 'The conditional request failed',
    item: oldFor(plan, part?.ReturnValuesOnConditionCheckFailure),
  };
};

const SETS = ['SS', 'NS', 'BS'];

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : JSON.stringify(value);

/** Sorts attributes and the members of sets, so that their order does not change a request's hash; nor does the kind of array that holds bytes. */
function sorted(this: unknown, name: string, given: unknown): unknown {
  // A Buffer has been turned into an object of its own already.
  const held = (this as Readonly<Record<string, unknown>>)[name];
  const value = held instanceof Uint8Array ? textOf(held) : given;
  if (Array.isArray(value) && SETS.includes(name)) return value.map(textOf).toSorted();
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

/** @returns whether this request was already applied, and a function that records that it was */
const checkToken = (
  { database }: Context,
  { ClientRequestToken: token, TransactItems }: TransactWriteItemsCommandInput,
  at: number,
): { readonly isKnown: boolean; readonly note: () => void } => {
  if (token === undefined) return { isKnown: false, note: () => undefined };
  if (token.length < 1 || token.length > TOKEN_LENGTH_MAX)
    throw invalid(`A ClientRequestToken has 1 to ${TOKEN_LENGTH_MAX} characters`);
  const request = createHash('sha256').update(JSON.stringify(TransactItems, sorted)).digest('base64');
  const known = database
    .prepare('SELECT request FROM token WHERE token = ? AND at > ?')
    .get(token, at - TOKEN_MS);
  if (known && known.request !== request) throw otherRequest();
  return {
    isKnown: known !== undefined,
    note: () => {
      database.prepare('DELETE FROM token WHERE at <= ?').run(at - TOKEN_MS);
      database.prepare('INSERT INTO token VALUES (?, ?, ?)').run(token, request, at);
    },
  };
};
