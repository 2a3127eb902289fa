import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

// What any function on this platform costs at the least: the bare client, and as many reads as the event asks for.
const { TABLE_NAME, DYNAMODB_ENDPOINT } = process.env;
const client = new DynamoDBClient(DYNAMODB_ENDPOINT ? { endpoint: DYNAMODB_ENDPOINT } : {});

export const handler = async ({ reads }: { readonly reads: number }) => {
  for (let read = 0; read < reads; read += 1)
    await client.send(
      new GetItemCommand({ TableName: TABLE_NAME, Key: { pk: { S: 'none' }, sk: { S: String(read) } } }),
    );
  return { statusCode: 200 };
};
