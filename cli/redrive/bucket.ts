import { type AskAws, suffixOf } from '../stage/aws.ts';
import type { KeptRecords } from './kept-records.ts';

/** Where Lambda puts what it gives up on. Source: Lambda's guide, "Retaining discarded batches for a DynamoDB event source". */
const PREFIX = 'aws/lambda/';

/** The records of a bucket, one object each. */
export const recordsInBucket = (ask: AskAws, region: string, bucket: string): KeptRecords => {
  const host = `${bucket}.s3.${region}.${suffixOf(region)}`;
  const object = (method: 'GET' | 'PUT' | 'DELETE', name: string, body?: string) =>
    ask({
      ...{ service: 's3', method, host, path: pathOf(name) },
      ...(body === undefined ? {} : { body }),
    });
  return {
    list: () => listAll(ask, host),
    read: (name) => object('GET', name),
    replace: async (name, text) => void (await object('PUT', name, text)),
    remove: async (name) => void (await object('DELETE', name)),
  };
};

const listAll = async (ask: AskAws, host: string): Promise<readonly string[]> => {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const text = await ask({
      ...{ service: 's3', method: 'GET', host, path: '/' },
      query: {
        'list-type': '2',
        prefix: PREFIX,
        ...(token === undefined ? {} : { 'continuation-token': token }),
      },
    });
    names.push(...[...text.matchAll(/<Key>([^<]+)<[/]Key>/g)].map(([, name = '']) => name));
    token = text.match(/<NextContinuationToken>([^<]+)</)?.[1];
  } while (token !== undefined);
  return names.sort((one, other) => (timeIn(one) < timeIn(other) ? -1 : 1));
};

/** The last part begins with its time. */
const timeIn = (name: string): string => name.split('/').at(-1) ?? '';

const pathOf = (name: string): string => `/${name.split('/').map(encodeURIComponent).join('/')}`;
