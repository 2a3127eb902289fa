// What a warm call costs in the client's process, against a server that always says the same: the plain client, ours, and the
// least there is (node:http and JSON.parse). Rounds take turns, so that whatever else the machine does hits all alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { runCommand } from '../tools/command.ts';

const ROUNDS = 7;
const CALLS = 400;
const LIMITS_MS = { Query: 1.2, PutItem: 0.7 };

const item = (at) => ({
  pk: { S: 'demo#gare-de-lyon' },
  sk: { S: `C#01M8G1KR93K5NZNP0JF66H${at}` },
  v: { S: 'demo#gare-de-lyon' },
  vs: { S: `01M8G1KR93K5NZNP0JF66H${at}` },
  author: { S: 'Camille' },
  text: { S: 'Merci pour cet article très clair, je prends ce train tous les matins. '.repeat(5) },
  version: { N: '2' },
  language: { S: 'fr' },
  record: { S: '1/0' },
  since: { N: '1700000000000' },
});

/** Runs in a process of its own: answers a page of 50, or that something was written. */
const serve = () => {
  const page = JSON.stringify({
    Count: 50,
    ScannedCount: 50,
    Items: Array.from({ length: 50 }, (_, at) => item(at)),
  });
  const server = createServer((asked, answer) => {
    asked.resume().on('end', () => {
      const body = String(asked.headers['x-amz-target']).endsWith('Query') ? page : '{}';
      answer
        .writeHead(200, {
          'content-type': 'application/x-amz-json-1.0',
          'content-length': Buffer.byteLength(body),
        })
        .end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
};

const commands = {
  Query: () =>
    new QueryCommand({
      TableName: 't',
      IndexName: 'view',
      KeyConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': { S: 'demo#gare-de-lyon' } },
      Limit: 51,
    }),
  PutItem: () =>
    new PutItemCommand({
      TableName: 't',
      Item: item(0),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
};

const bare = (port) => {
  const agent = new Agent({ keepAlive: true });
  return (command) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(command.input);
      const headers = {
        'x-amz-target': `DynamoDB_20120810.${command.constructor.name.replace('Command', '')}`,
        'content-length': Buffer.byteLength(body),
      };
      const asked = request({ port, host: '127.0.0.1', method: 'POST', agent, headers }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      });
      asked.once('error', reject).end(body);
    });
};

/** Milliseconds of CPU a call. */
const cost = async (send, make) => {
  const before = process.cpuUsage();
  for (let at = 0; at < CALLS; at += 1) await send(make());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CALLS;
};

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const measure = async (port) => {
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const [plain, ours] = [new DynamoDBClient(config), createClient(config)];
  const subjects = {
    'http and JSON.parse alone': bare(port),
    'the plain client': (command) => plain.send(command),
    'our client': (command) => ours.send(command),
  };
  console.log('| CPU ms a call | ours | plain | ours / plain | http alone | wanted at most |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [name, make] of Object.entries(commands)) {
    const costs = Object.fromEntries(Object.keys(subjects).map((subject) => [subject, []]));
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [subject, send] of Object.entries(subjects)) {
        const ms = await cost(send, make);
        if (round > 0) costs[subject].push(ms);
      }
    const [floor, other, mine] = Object.values(costs).map(median);
    const figures = [mine, other, mine / other, floor].map((figure) => figure.toFixed(2));
    console.log(`| ${name} | ${figures.join(' | ')} | ${LIMITS_MS[name]} |`);
  }
  plain.destroy();
  ours.destroy();
};

const HELP = `npm run bench:sdk

Measures what a warm Query of 50 and a PutItem cost the client's process: the SDK's plain client, ours, and node:http alone.

  --help  this`;

const measureServed = async () => {
  const server = spawn(process.execPath, [fileURLToPath(import.meta.url), '--serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(server.stdout, 'data');
  try {
    await measure(Number(port));
  } finally {
    server.kill();
  }
  process.exit();
};

await runCommand({
  help: HELP,
  options: { serve: { type: 'boolean', default: false } },
  run: (values) => (values.serve ? serve() : measureServed()),
});
