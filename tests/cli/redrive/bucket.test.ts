import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { recordsInBucket } from '../../../cli/redrive/bucket.ts';
import { askBy, outputsOf } from '../../../cli/stage/aws.ts';
import { createClient } from '../../../src/storage/dynamodb/client.ts';

const REGION = 'eu-west-3';

type Requested = {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** AWS's services as far as they are asked: each request is answered in turn. */
const services = (...answers: readonly (readonly [number, string])[]) => {
  const asked: Requested[] = [];
  const { credentials, sha256 } = createClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  }).config;
  const requestHandler = {
    handle: async (request: Requested) => {
      const [statusCode, text] = answers[asked.length] ?? [500, ''];
      asked.push(request);
      return { response: { statusCode, headers: {}, body: Readable.from([Buffer.from(text)]) } };
    },
  };
  return { asked, ask: askBy(REGION, { credentials, sha256, requestHandler: requestHandler as never }) };
};

test('a stack’s outputs are read from its description', async () => {
  const { asked, ask } = services([
    200,
    `<DescribeStacksResponse><Stacks><member><Outputs>
      <member><OutputKey>TableName</OutputKey><OutputValue>palabre-prod-Table-1</OutputValue></member>
      <member><OutputKey>FailedRecords</OutputKey><OutputValue>palabre-prod-failed</OutputValue></member>
    </Outputs></member></Stacks></DescribeStacksResponse>`,
  ]);
  const outputs = await outputsOf(ask, REGION, 'palabre-prod');
  expect(Object.fromEntries(outputs)).toEqual({
    TableName: 'palabre-prod-Table-1',
    FailedRecords: 'palabre-prod-failed',
  });
  expect(asked[0]).toMatchObject({
    hostname: 'cloudformation.eu-west-3.amazonaws.com',
    query: { Action: 'DescribeStacks', StackName: 'palabre-prod' },
    headers: {
      authorization: expect.stringMatching(/AKIDEXAMPLE\/\d{8}\/eu-west-3\/cloudformation\/aws4_request/),
    },
  });
});

test('a bucket’s records are listed to the last page, oldest first, read, replaced and removed', async () => {
  const [one, other] = [
    'aws/lambda/z/shardId-1/2026/03/09/2026-03-09T08.00.00-a',
    'aws/lambda/a/shardId-2/2026/03/09/2026-03-09T09.00.00-b',
  ];
  const { asked, ask } = services(
    [
      200,
      `<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>${other}</Key></Contents><NextContinuationToken>t/1=</NextContinuationToken></ListBucketResult>`,
    ],
    [200, `<ListBucketResult><Contents><Key>${one}</Key></Contents></ListBucketResult>`],
    [200, '{"payload":""}'],
    [200, ''],
    [204, ''],
  );
  const records = recordsInBucket(ask, REGION, 'kept');
  expect(await records.list()).toEqual([one, other]);
  expect(await records.read(one)).toBe('{"payload":""}');
  await records.replace(one, '{}');
  await records.remove(one);
  expect(asked.map(({ method, path, query, body = '' }) => [method, path, query, body])).toEqual([
    ['GET', '/', { 'list-type': '2', prefix: 'aws/lambda/' }, ''],
    ['GET', '/', { 'list-type': '2', prefix: 'aws/lambda/', 'continuation-token': 't/1=' }, ''],
    ['GET', `/${one}`, {}, ''],
    ['PUT', `/${one}`, {}, '{}'],
    ['DELETE', `/${one}`, {}, ''],
  ]);
  for (const { hostname, headers, body = '' } of asked) {
    expect(hostname).toBe('kept.s3.eu-west-3.amazonaws.com');
    expect(headers['x-amz-content-sha256']).toBe(createHash('sha256').update(body).digest('hex'));
    expect(headers.authorization).toContain('/eu-west-3/s3/aws4_request');
  }
});

test('what AWS refuses is said with its own code', async () => {
  const { ask } = services([403, '<Error><Code>AccessDenied</Code><Message>no</Message></Error>']);
  await expect(recordsInBucket(ask, REGION, 'kept').list()).rejects.toThrow(
    'kept.s3.eu-west-3.amazonaws.com answers 403: AccessDenied.',
  );
});
