import { type AttributeValue, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical as canonicalNumber } from '../../local/engine/values/numbers.ts';
import { definition } from './definition.ts';

export type Client = { readonly send: (command: never) => Promise<object> };
export type Command = { readonly input: Record<string, any> };
export type Outcome = Record<string, any>;

/** What a command leads to, in a form in which the same is equal whatever order sets and maps come in. */
export const outcomeOf = async (client: Client, command: Command): Promise<Outcome> => {
  try {
    return canonical(await client.send(command as never)) as Outcome;
  } catch (error) {
    const { name, message, CancellationReasons, Item } = error as Record<string, any>;
    const reasons = CancellationReasons?.map((reason: Outcome) =>
      canonical({ ...reason, Message: undefined }),
    );
    return { error: name, reasons, item: canonical(Item), message };
  }
};

export const canonical = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value))
    return `bytes ${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')}`;
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => name !== '$metadata' && one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, canonicalMember(name, one)]),
  );
};

const canonicalMember = (name: string, one: unknown): unknown => {
  if (['SS', 'NS', 'BS'].includes(name)) return (canonical(one) as string[]).toSorted();
  return name === 'N' && typeof one === 'string' ? canonicalNumber(one) : canonical(one);
};

/** Batches and scans come in no promised order. */
export const inOrder = (command: Command, outcome: Outcome): Outcome => {
  if (!/^(Scan|BatchGetItem)/.test(command.constructor.name)) return outcome;
  const sort = (items: unknown[]) =>
    items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const Responses =
    outcome.Responses &&
    Object.fromEntries(
      Object.entries(outcome.Responses).map(([table, items]) => [table, sort(items as unknown[])]),
    );
  return {
    ...outcome,
    ...(outcome.Items && { Items: sort(outcome.Items) }),
    ...(Responses && { Responses }),
  };
};

/** The item that a write is about; undefined for other commands. */
export const itemOf = async (client: Client, { input }: Command): Promise<Outcome | undefined> => {
  const key = input.Key ?? (input.Item && { pk: input.Item.pk, sk: input.Item.sk });
  if (!key) return undefined;
  const { Item } = (await client.send(
    new GetItemCommand({ TableName: input.TableName, Key: key, ConsistentRead: true }) as never,
  )) as { Item?: Record<string, AttributeValue> };
  return Item;
};

/**
 * Takes out of both what the reference is known to count otherwise than DynamoDB bills:
 * reads that find nothing (DynamoDB bills the least there is, the reference nothing), and index entries of items that are
 * in the index neither before nor after.
 *
 * These differences stay and are met by no random operation:
 * - Options, members of parts and types of values that the engine does not know are refused by name
 *   (`UnsupportedByEmbeddedEngine`), where the reference passes over them or carries out what was asked.
 * - Members of a value of the wrong JSON type (`{ S: 1 }`) are refused as DynamoDB does; the reference turns some into texts.
 * - Parameters of another kind than DynamoDB's (a number for an expression) are refused by `SerializationException`; the reference turns some
 *   into texts and fails by the rest.
 * - Numbers are written with the digits 0 to 9; the reference reads those of other scripts, as Java does.
 * - Conditions compare with values of up to 2 MB, DynamoDB's quota; the reference refuses an expression of more than 1 MB.
 * - An update in a transaction that gives an index key another type or too long a text is carried out by the reference, where DynamoDB
 *   documents a cancellation reason.
 * - An update with values of more than 400 KB whose condition fails: the reference names the size, the engine the condition.
 * - Paths into keys (`pk.x`) are refused in a ConditionCheck as in every other condition; the reference forgets to look there.
 * - An empty `ClientRequestToken` is refused, as DynamoDB documents; the reference takes it.
 * - A scan goes on in the order of keys; the reference, as DynamoDB, has an order of its own.
 */
export const withoutQuirks = (
  command: Command,
  ours: Outcome,
  theirs: Outcome,
  [before, after]: readonly [Outcome | undefined, Outcome | undefined],
): readonly [Outcome, Outcome] => {
  if (areInvalid(ours, theirs) || startsAtBound(command, ours, theirs)) return [theirs, theirs];
  if (findsLess(command, theirs))
    return [
      { ...ours, ConsumedCapacity: undefined },
      { ...theirs, ConsumedCapacity: undefined },
    ];
  const { ConsumedCapacity: capacity } = theirs;
  const indexes = { ...capacity?.GlobalSecondaryIndexes };
  let units = capacity?.CapacityUnits;
  for (const { IndexName, KeySchema } of definition.GlobalSecondaryIndexes) {
    const isIn = (item: Outcome | undefined) =>
      item !== undefined && KeySchema.every(({ AttributeName }) => item[AttributeName]);
    const isCounted = ours.ConsumedCapacity?.GlobalSecondaryIndexes?.[IndexName] !== undefined;
    if (isCounted || isIn(before) || isIn(after) || !indexes[IndexName]) continue;
    units -= indexes[IndexName].CapacityUnits;
    delete indexes[IndexName];
  }
  if (units === capacity?.CapacityUnits) return [ours, theirs];
  const { GlobalSecondaryIndexes: _, ...rest } = capacity;
  const left = Object.keys(indexes).length > 0 ? { GlobalSecondaryIndexes: indexes } : {};
  return [ours, { ...theirs, ConsumedCapacity: canonical({ ...rest, ...left, CapacityUnits: units }) }];
};

/**
 * The reference looks no further than the first part that it finds invalid, and may name that one alone, or refuse the whole: what an update
 * would make of its item is a cancellation reason for DynamoDB, and most of it a malformed request for the reference.
 */
const areInvalid = (ours: Outcome, theirs: Outcome): boolean =>
  isInvalid(ours) && (isInvalid(theirs) || refusesWhole(theirs));

const isInvalid = ({ reasons }: Outcome): boolean =>
  reasons?.some(({ Code }: Outcome) => Code === 'ValidationError') ?? false;

const refusesWhole = ({ error, message = '' }: Outcome): boolean =>
  error === 'ValidationException' &&
  /^(?:An operand in the update|The document path provided|The provided expression refers|Item size to update|Nesting Levels|Number (?:over|under)flow|DynamoDB only supports precision)|secondary index key/.test(
    message,
  );

/**
 * The reference refuses to go on behind the very bound that was asked for, where nothing can follow: no page of its own ends
 * there. Ours do, as DynamoDB's may, so the engine must take what it gave, and finds nothing.
 */
const startsAtBound = ({ input }: Command, ours: Outcome, theirs: Outcome): boolean => {
  if (ours.ScannedCount !== 0 || !/range key predicate/.test(theirs.message ?? '')) return false;
  const bounds = Object.values(input.ExpressionAttributeValues).map((value) => (value as AttributeValue).S);
  return Object.values(input.ExclusiveStartKey).some((value) => bounds.includes((value as AttributeValue).S));
};

const findsLess = ({ input }: Command, { ConsumedCapacity, Responses }: Outcome): boolean => {
  if ([ConsumedCapacity].flat()[0]?.CapacityUnits === 0) return true;
  const [[table, asked] = []] = Object.entries(input.RequestItems ?? {}) as [string, any][];
  return table !== undefined && asked.Keys.length > (Responses?.[table]?.length ?? 0);
};
