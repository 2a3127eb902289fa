import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { createTable } from '../../local/create-table.ts';

type Answer = readonly [status: number, body: object];
const TYPE = 'com.amazonaws.dynamodb.v20120810#';
const REFUSED: Answer = [400, { __type: `${TYPE}ResourceInUseException` }];

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A database as far as it is asked, whose table is active. @returns its endpoint, and what it was asked */
const database = async (answers: Readonly<Record<string, () => Answer>>) => {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    asked.push(operation);
    const [status, body] = answers[operation]?.() ?? [200, { Table: { TableStatus: 'ACTIVE' } }];
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};
const expiryOf = (status: string): Answer => [200, { TimeToLiveDescription: { TimeToLiveStatus: status } }];

test('a table whose making was cut short before its expiry gets it, and one that has it is left alone', async () => {
  let status = 'DISABLED';
  const { asked, endpoint } = await database({
    CreateTable: () => REFUSED,
    DescribeTimeToLive: () => expiryOf(status),
    UpdateTimeToLive: () => {
      status = 'ENABLED';
      return [200, {}];
    },
  });
  await createTable(endpoint, 'comments');
  await createTable(endpoint, 'comments');
  expect(asked.filter((operation) => operation === 'UpdateTimeToLive')).toHaveLength(1);
});

test('of two starts at once, the one whose expiry is refused since it is there goes on; any other refusal is told', async () => {
  const seen = ['DISABLED', 'ENABLING', 'DISABLED', 'DISABLED'];
  const { endpoint } = await database({
    DescribeTimeToLive: () => expiryOf(seen.shift() ?? ''),
    UpdateTimeToLive: () => [400, { __type: `${TYPE}ValidationException`, message: 'no' }],
  });
  await createTable(endpoint, 'comments');
  await expect(createTable(endpoint, 'comments')).rejects.toThrow(
    /^The table cannot be made at http:.* no[.]/,
  );
});
