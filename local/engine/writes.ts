import type {
  DeleteItemCommandInput,
  PutItemCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { conditionFailed, invalid, isInvalid, isOfKeyType } from './errors.ts';
import { holds } from './expressions/condition.ts';
import { type Expressions, readExpressions } from './expressions/expressions.ts';
import { resolve, valueAt } from './expressions/operands.ts';
import { checkApart } from './expressions/paths.ts';
import { applyUpdate } from './expressions/update.ts';
import type { Items, Write } from './items.ts';
import { indexKeyOf, keyOf, requestedKey, type Schema } from './schema.ts';
import { checkDepth, toStored } from './values/read-values.ts';
import { itemBytes } from './values/size.ts';
import { type Item, toAnswer } from './values/values.ts';

/** Source: DynamoDB's quotas, "Item size". */
const ITEM_BYTES_MAX = 400 * 1024;

/** A write that has been evaluated and not yet applied. */
export type Planned = Write & {
  /** Whether the condition holds. */
  readonly isAllowed: boolean;
  /**
   * Why it is invalid, although its condition holds: what an update makes of the item, or an index key that is put with the wrong type.
   * Of a transaction it is a reason for which that is canceled.
   */
  readonly problem?: string | undefined;
  readonly expressions: Expressions;
};

type Request = PutItemCommandInput | UpdateItemCommandInput | DeleteItemCommandInput;
export type WriteKind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck';

/** Evaluates a write without applying it, so that a refused write leaves nothing behind. @throws ValidationException */
export const planWrite = (
  items: Items,
  schema: Schema,
  kind: WriteKind,
  request: Partial<PutItemCommandInput & UpdateItemCommandInput & DeleteItemCommandInput>,
): Planned => {
  const expressions = readExpressions(request, schema);
  checkApart(updatedPaths(expressions));
  const put = kind === 'Put' ? toStored(request.Item ?? {}) : undefined;
  const key = put ? keyOf(put, schema) : requestedKey(toStored(request.Key ?? {}), schema);
  const problem = put && problemIn(() => checkItem(schema, put), isOfKeyType);
  const row = items.find(key);
  const old = row && (JSON.parse(row.doc) as Item);
  const isAllowed = problem !== undefined || allows(expressions, old);
  const found = { key, row, old, expressions, isAllowed, problem };
  if (!isAllowed || problem !== undefined || kind === 'ConditionCheck') return { ...found, next: old };
  return kind === 'Update' ? planUpdate(schema, found) : { ...found, next: put };
};

const allows = ({ condition, given }: Expressions, item: Item | undefined): boolean =>
  !condition || holds(condition, item, given);

/** The message of an error of a kind; undefined when there is none. @throws errors of other kinds */
const problemIn = (work: () => void, isOne: (error: unknown) => error is Error): string | undefined => {
  try {
    work();
  } catch (error) {
    if (isOne(error)) return error.message;
    throw error;
  }
  return undefined;
};

const planUpdate = (schema: Schema, found: Omit<Planned, 'next'>): Planned => {
  const { key, old, expressions } = found;
  const start = old ?? { [schema.hash]: { S: key.hash }, [schema.range]: { S: key.range } };
  let next = old;
  const problem = problemIn(() => {
    checkKeyStays(schema, expressions);
    const updated = applyUpdate(expressions.update ?? [], start, expressions.given);
    checkDepth(updated);
    checkItem(schema, updated, 'Item size to update');
    next = updated;
  }, isInvalid);
  return { ...found, next, problem };
};

const updatedPaths = ({ update = [], given }: Expressions) => update.map(({ path }) => resolve(path, given));

const checkKeyStays = (schema: Schema, expressions: Expressions): void => {
  const [name] =
    updatedPaths(expressions).find(([first]) => first === schema.hash || first === schema.range) ?? [];
  if (name === undefined) return;
  throw invalid(
    `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
  );
};

const checkItem = (schema: Schema, item: Item, what = 'Item size'): void => {
  if (itemBytes(item) > ITEM_BYTES_MAX) throw invalid(`${what} has exceeded the maximum allowed size`);
  for (const index of schema.indexes) indexKeyOf(item, index);
};

/** Evaluates and applies one write. @throws ConditionalCheckFailedException @throws ValidationException */
export const writeOne = (
  items: Items,
  schema: Schema,
  kind: WriteKind,
  request: Request,
  at: number,
): Planned => {
  checkReturns(kind, request.ReturnValues);
  const planned = planWrite(items, schema, kind, request);
  if (!planned.isAllowed) throw conditionFailed(oldFor(planned, request.ReturnValuesOnConditionCheckFailure));
  if (planned.problem !== undefined) throw invalid(planned.problem);
  items.write(planned, at);
  return planned;
};

/** The old item, when the request asks for `ALL_OLD`. */
export const oldFor = ({ old }: Planned, wanted: string | undefined) =>
  wanted === 'ALL_OLD' && old ? toAnswer(old) : undefined;

const checkReturns = (kind: WriteKind, wanted = 'NONE'): void => {
  const known =
    kind === 'Update' ? ['NONE', 'ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'] : ['NONE', 'ALL_OLD'];
  if (!known.includes(wanted)) throw invalid('Return values set to invalid value');
};

/** The attributes that `ReturnValues` asks for. */
export const attributesOf = (
  { old, next, expressions }: Planned,
  wanted: string | undefined,
): { readonly Attributes?: ReturnType<typeof toAnswer> } => {
  if (wanted === undefined || wanted === 'NONE') return {};
  const item = wanted.endsWith('OLD') ? old : next;
  if (!item) return {};
  if (!wanted.startsWith('UPDATED')) return { Attributes: toAnswer(item) };
  const touched = updatedPaths(expressions).filter((path) => valueAt(item, path));
  const names = new Set(touched.map(([name]) => String(name)));
  const attributes = Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
  return names.size > 0 ? { Attributes: toAnswer(attributes) } : {};
};
