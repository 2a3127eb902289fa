import { unsupported } from './errors.ts';

const EXPRESSIONS = ['ExpressionAttributeNames', 'ExpressionAttributeValues'];
const WRITE = [
  'TableName',
  'ConditionExpression',
  ...EXPRESSIONS,
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
  'ReturnConsumedCapacity',
];
const READ = ['TableName', 'ConsistentRead', 'ProjectionExpression', 'ReturnConsumedCapacity'];
const PAGE = [...READ, ...EXPRESSIONS, 'FilterExpression', 'Limit', 'ExclusiveStartKey', 'Select'];

/** What the engine knows of each operation's request. */
const known: Readonly<Record<string, readonly string[]>> = {
  GetItem: [...READ, 'Key', 'ExpressionAttributeNames'],
  BatchGetItem: ['RequestItems', 'ReturnConsumedCapacity'],
  Query: [...PAGE, 'IndexName', 'KeyConditionExpression', 'ScanIndexForward'],
  Scan: PAGE,
  PutItem: [...WRITE, 'Item'],
  UpdateItem: [...WRITE, 'Key', 'UpdateExpression'],
  DeleteItem: [...WRITE, 'Key'],
  TransactWriteItems: ['TransactItems', 'ClientRequestToken', 'ReturnConsumedCapacity'],
};
const SELECTS = [undefined, 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'];

/** Refuses by name what the engine would otherwise pass over in silence. @throws UnsupportedByEmbeddedEngine */
export const checkOptions = (operation: string, input: object): void => {
  const names = known[operation] ?? [];
  for (const [name, value] of Object.entries(input))
    if (value !== undefined && !names.includes(name)) throw unsupported(`${name} of ${operation}`);
  const { Select } = input as { Select?: string };
  if (!SELECTS.includes(Select)) throw unsupported(`Select ${Select}`);
};
