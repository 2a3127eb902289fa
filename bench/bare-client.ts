import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

// What any function here costs at the least: the bare client, and as many of a submission's requests as the event asks for.
const { TABLE_NAME, DYNAMODB_ENDPOINT } = process.env;
const client = new DynamoDBClient(DYNAMODB_ENDPOINT ? { endpoint: DYNAMODB_ENDPOINT } : {});

const key = (sk: string) => ({ pk: { S: 'bare' }, sk: { S: sk } });
const read = () => client.send(new GetItemCommand({ TableName: TABLE_NAME, Key: key('none') }));
const recall = () =>
  client.send(
    new BatchGetItemCommand({ RequestItems: { [TABLE_NAME ?? '']: { Keys: [key('a'), key('b')] } } }),
  );
const count = (sk: string) =>
  client.send(
    new UpdateItemCommand({
      TableName: TABLE_NAME,
      Key: key(sk),
      UpdateExpression: 'ADD seen :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
const write = () => client.send(new PutItemCommand({ TableName: TABLE_NAME, Item: key('comment') }));

/** The round trips of a submission: the site; what bears on the comment, and two guards; the comment. */
const trips = [read, () => Promise.all([recall(), count('author'), count('network')]), write];

export const handler = async ({ tripsMax }: { readonly tripsMax: number }) => {
  for (const trip of trips.slice(0, tripsMax)) await trip();
  return { statusCode: 200 };
};
