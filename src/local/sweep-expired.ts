import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';

/** One sweep looks at this many pages of this many items at most. */
const PAGES_MAX = 10;
const PAGE_ITEMS = 1000;
/** Times longer ago are taken for a mistake. Source: DynamoDB's guide, "Time to Live". */
const YEARS_5_S = 5 * 365 * 86_400;

type Key = Record<string, AttributeValue>;
export type Sweep = {
  readonly tableName: string;
  /** Seconds since 1970, as `expiresAt` counts. */
  readonly now: number;
  /** Where the last sweep ended; without it, at the start. */
  readonly from?: Key | undefined;
  readonly pagesMax?: number;
  readonly pageItems?: number;
};
export type Swept = { readonly removed: number; readonly next: Key | undefined };

/** Removes items whose time is over, as DynamoDB does behind the scenes and the embedded engine does not. */
export const sweepExpired = async (client: DynamoDBClient, sweep: Sweep): Promise<Swept> => {
  const { tableName, now, from, pagesMax = PAGES_MAX, pageItems = PAGE_ITEMS } = sweep;
  const expired = {
    TableName: tableName,
    ExpressionAttributeNames: { '#at': 'expiresAt' },
    ExpressionAttributeValues: { ':now': seconds(now), ':old': seconds(now - YEARS_5_S) },
  };
  const isOver = '#at BETWEEN :old AND :now';
  let removed = 0;
  let next = from;
  for (let page = 0; page < pagesMax; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        ...expired,
        FilterExpression: isOver,
        ProjectionExpression: 'pk, sk',
        Limit: pageItems,
        ExclusiveStartKey: next,
      }),
    );
    // The item may have been given more time since it was read.
    for (const Key of Items)
      removed += await client
        .send(new DeleteItemCommand({ ...expired, Key, ConditionExpression: isOver }))
        .then(() => 1, ignoreRenewed);
    next = LastEvaluatedKey;
    if (next === undefined) break;
  }
  return { removed, next };
};

const seconds = (time: number) => ({ N: String(Math.floor(time)) });

const ignoreRenewed = (error: unknown): number => {
  if (error instanceof ConditionalCheckFailedException) return 0;
  throw error;
};
