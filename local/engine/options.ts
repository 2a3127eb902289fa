import { invalid, unsupported, wrongKind } from './errors.ts';

const EXPRESSIONS = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const PART = ['TableName', 'ConditionExpression', ...EXPRESSIONS, 'ReturnValuesOnConditionCheckFailure'];
const WRITE = [...PART, 'ReturnValues', 'ReturnConsumedCapacity'];
const READ = ['ConsistentRead', 'ProjectionExpression'];
const ONE = ['TableName', ...READ, 'ReturnConsumedCapacity'];
const PAGE = [...ONE, ...EXPRESSIONS, 'FilterExpression', 'Limit', 'ExclusiveStartKey', 'Select'];

type Known = Readonly<Record<string, readonly string[]>>;

/** The parameters that the engine supports, by operation. */
const requests: Known = {
  GetItem: [...ONE, 'Key', 'ExpressionAttributeNames'],
  BatchGetItem: ['RequestItems', 'ReturnConsumedCapacity'],
  Query: [...PAGE, 'IndexName', 'KeyConditionExpression', 'ScanIndexForward'],
  Scan: PAGE,
  PutItem: [...WRITE, 'Item'],
  UpdateItem: [...WRITE, 'Key', 'UpdateExpression'],
  DeleteItem: [...WRITE, 'Key'],
  TransactWriteItems: ['TransactItems', 'ClientRequestToken', 'ReturnConsumedCapacity'],
};
/** The parameters that it supports in a transaction's actions, by kind. */
const parts: Known = {
  Put: [...PART, 'Item'],
  Update: [...PART, 'Key', 'UpdateExpression'],
  Delete: [...PART, 'Key'],
  ConditionCheck: [...PART, 'Key'],
};
const BATCH = [...READ, 'Keys', 'ExpressionAttributeNames'];

/** The allowed values of enumerated parameters. */
const choices: Known = {
  Select: ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'],
  ReturnConsumedCapacity: ['INDEXES', 'TOTAL', 'NONE'],
  ReturnValuesOnConditionCheckFailure: ['ALL_OLD', 'NONE'],
};
/** What a parameter is in JSON, which alone DynamoDB reads. */
const kinds = {
  text: (value: unknown) => typeof value === 'string',
  boolean: (value: unknown) => typeof value === 'boolean',
  /** 32 bits */
  integer: (value: unknown) => typeof value === 'number' && (value | 0) === value,
  list: (value: unknown) => Array.isArray(value),
  map: (value: unknown) => typeof value === 'object' && !Array.isArray(value),
};
const TEXTS = ['Condition', 'Filter', 'KeyCondition', 'Update', 'Projection'].map((of) => `${of}Expression`);
const kindOf: Readonly<Record<string, keyof typeof kinds>> = {
  ...Object.fromEntries([...TEXTS, 'IndexName', 'ClientRequestToken'].map((name) => [name, 'text'])),
  ...{ ConsistentRead: 'boolean', ScanIndexForward: 'boolean', Limit: 'integer' },
  ...{ Keys: 'list', TransactItems: 'list' },
  ...{ Key: 'map', Item: 'map', ExclusiveStartKey: 'map', RequestItems: 'map' },
  ...Object.fromEntries(EXPRESSIONS.map((name) => [name, 'map'])),
};
/** Source: DynamoDB's naming rules and data types, "Naming rules". */
const TABLE_NAME = /^[\w.-]{3,255}$/;

/**
 * Refuses parameters that the engine would otherwise silently ignore, in a request and in its parts. The error names them.
 * @throws UnsupportedByEmbeddedEngine @throws ValidationException for values that a parameter does not allow
 * @throws SerializationException for values of another kind than a parameter's
 */
export const checkOptions = (operation: string, input: object): void => {
  check(operation, input, requests[operation] ?? []);
  const { RequestItems, TransactItems } = input as {
    readonly RequestItems?: Readonly<Record<string, object>>;
    readonly TransactItems?: readonly Readonly<Record<string, object | undefined>>[];
  };
  for (const [table, asked] of Object.entries(RequestItems ?? {})) {
    checkTable(table);
    check(operation, asked, BATCH);
  }
  for (const item of TransactItems ?? [])
    for (const [kind, part] of Object.entries(item)) if (part) checkPart(operation, kind, part);
};

const checkPart = (operation: string, kind: string, part: object): void => {
  const known = parts[kind];
  if (!known) throw unsupported(`${kind} of ${operation}`);
  check(`${kind} in ${operation}`, part, known);
};

const check = (of: string, input: object, known: readonly string[]): void => {
  const given = input as Readonly<Record<string, unknown>>;
  for (const name in given) {
    const value = given[name];
    if (value == null) continue;
    if (!known.includes(name)) throw unsupported(`${name} of ${of}`);
    checkValue(name, value);
  }
  if (known.includes('TableName')) checkTable(given.TableName);
};

const checkValue = (name: string, value: unknown): void => {
  const kind = kindOf[name];
  if (kind && !kinds[kind](value)) throw wrongKind(name, kind);
  const allowed = choices[name];
  if (allowed && !allowed.includes(value as string))
    throw invalid(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must be one of [${allowed}]`,
    );
};

const checkTable = (name: unknown): void => {
  if (typeof name !== 'string' || !TABLE_NAME.test(name))
    throw invalid(
      "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    );
};
