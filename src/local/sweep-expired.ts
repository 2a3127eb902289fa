import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';

/** One sweep looks at this many items at most, and the next goes on where it ended. */
const BOUNDS = { pagesMax: 10, pageItems: 1000 };

type Key = Record<string, AttributeValue>;
export type Sweep = { readonly removed: number; readonly next?: Key };

/**
 * Removes items whose time is over, as DynamoDB does behind the scenes and the embedded engine does not.
 * @param now seconds since 1970, as `expiresAt` counts.
 * @param from where the last sweep ended.
 */
export const sweepExpired = async (
  client: DynamoDBClient,
  tableName: string,
  now: number,
  from?: Key,
  { pagesMax, pageItems } = BOUNDS,
): Promise<Sweep> => {
  const expired = {
    TableName: tableName,
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now)) } },
  };
  let removed = 0;
  let next = from;
  for (let page = 0; page < pagesMax; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        ...expired,
        FilterExpression: '#expiresAt <= :now',
        ProjectionExpression: 'pk, sk',
        Limit: pageItems,
        ExclusiveStartKey: next,
      }),
    );
    // The item may have been given more time since it was read.
    for (const Key of Items)
      removed += await client
        .send(new DeleteItemCommand({ ...expired, Key, ConditionExpression: '#expiresAt <= :now' }))
        .then(() => 1, ignoreRenewed);
    next = LastEvaluatedKey;
    if (next === undefined) break;
  }
  return { removed, ...(next ? { next } : {}) };
};

const ignoreRenewed = (error: unknown): number => {
  if (error instanceof ConditionalCheckFailedException) return 0;
  throw error;
};
