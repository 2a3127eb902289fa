import { createServer, type IncomingHttpHeaders } from 'node:http';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { close, listen } from '../../local/gateway/listen.ts';
import { createClient, unneeded } from '../../src/storage/dynamodb/client.ts';
import { stopClock } from '../clock.ts';

type Sent = { readonly line: string; readonly headers: IncomingHttpHeaders; readonly body: string };

const sent: Sent[] = [];
let connections = 0;
let answer: { status: number; body: string };
beforeEach(() => {
  answer = { status: 200, body: '{}' };
  sent.length = 0;
  connections = 0;
});
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (text) => {
    body += text;
  });
  request.on('end', () => {
    sent.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
  });
});
server.on('connection', () => {
  connections += 1;
});
const clients: DynamoDBClient[] = [];
const clock = stopClock(Date.UTC(2026, 2, 9, 8));

let port: number;

beforeAll(async () => {
  port = await listen(server, 0);
});
// New ones for each test: the SDK sets its clock by what a server that refuses says.
beforeEach(() => {
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session' },
  };
  for (const client of clients) client.destroy();
  clients.splice(0, 2, new DynamoDBClient(config), createClient(config));
});
afterAll(async () => {
  clock.restart();
  for (const client of clients) client.destroy();
  await close(server, 0);
});

/** Only told about, and taken to nobody's account: what program asks, and which attempt it is. */
const ADVERTISED = ['user-agent', 'x-amz-user-agent', 'amz-sdk-invocation-id', 'amz-sdk-request'];
const signature = (headers: IncomingHttpHeaders) => headers.authorization?.match(/Credential=([^,]+)/)?.[1];

const key = { pk: { S: 'demo#été' }, sk: { S: 'C#1' } };
const commands = [
  () => new GetItemCommand({ TableName: 't', Key: key, ConsistentRead: true }),
  () =>
    new PutItemCommand({
      TableName: 't',
      Item: {
        ...key,
        b: { B: Uint8Array.of(1, 255) },
        n: { N: '1' },
        m: { M: { l: { L: [{ NULL: true }] } } },
      },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnConsumedCapacity: 'INDEXES',
    }),
  () =>
    new QueryCommand({
      TableName: 't',
      IndexName: 'view',
      KeyConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': { S: 'demo' } },
      Limit: 51,
    }),
  () =>
    new TransactWriteItemsCommand({
      ClientRequestToken: 'token',
      TransactItems: [{ Put: { TableName: 't', Item: key } }],
    }),
];

test.each(commands.map((make) => [make().constructor.name, make] as const))(
  'a %s reaches DynamoDB as the plain client sends it',
  async (_, make) => {
    for (const client of clients) await client.send(make() as never);
    const [plain, ours] = sent.map(({ line, headers, body }) => {
      const { authorization, host, ...rest } = headers;
      for (const name of ADVERTISED) delete rest[name];
      return { line, body, credential: signature(headers), ...rest };
    });
    expect(ours).toEqual(plain);
    expect(ours).toMatchObject({
      'x-amz-security-token': 'session',
      'content-type': 'application/x-amz-json-1.0',
    });
    expect(sent[1]?.headers.authorization).toMatch(/SignedHeaders=[^,]*host[^,]*x-amz-target/);
  },
);

test('what is taken out of the client is what the SDK still calls so', () => {
  const plain = clients[0]?.middlewareStack.identify().join('\n');
  for (const name of unneeded) expect(plain).toContain(`${name} - `);
  const ours = clients[1]?.middlewareStack.identify().join('\n');
  for (const name of unneeded) expect(ours).not.toContain(name);
});

test('errors are of the SDK’s classes, with the item that stood there', async () => {
  answer = {
    status: 400,
    body: JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      message: 'no',
      Item: { b: { B: 'AQI=' } },
    }),
  };
  const error = await clients[1]
    ?.send(new PutItemCommand({ TableName: 't', Item: key }))
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error.Item).toEqual({ b: { B: Uint8Array.of(1, 2) } });
});

test('a server in trouble is asked three times, on the one connection that is kept', async () => {
  const ask = () => clients[1]?.send(new GetItemCommand({ TableName: 't', Key: key }));
  await ask();
  answer = { status: 500, body: '{"__type":"InternalServerError"}' };
  await expect(ask()).rejects.toThrow();
  expect([sent.length, connections]).toEqual([4, 1]);
});
