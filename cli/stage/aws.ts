import { createHash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import type { AwsAccess } from '../../src/tokens/fetch-secret.ts';

type Request = {
  readonly service: 's3' | 'cloudformation' | 'secretsmanager';
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly host: string;
  /** Encoded already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Asks a service of AWS. @returns what it says @throws when it does not answer with a 2xx */
export type AskAws = (request: Request) => Promise<string>;

/** The database client's credentials and connections in a region, for the few calls that are none of the database's. */
export const openAws = (region: string) => {
  const client = createClient({ region });
  return { client, ask: askBy(region, client.config), close: () => client.destroy() };
};

export const askBy =
  (region: string, { requestHandler, credentials, sha256 }: AwsAccess): AskAws =>
  async ({ service, method, host, path, query = {}, headers = {}, body }) => {
    // S3 signs the path as it is sent; all others encode it once more.
    const signer = new SignatureV4({ service, region, credentials, sha256, uriEscapePath: service !== 's3' });
    const request = await signer.sign({
      method,
      protocol: 'https:',
      hostname: host,
      path,
      query: { ...query },
      headers: {
        ...headers,
        host,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      ...(body === undefined ? {} : { body }),
    });
    const { response } = await requestHandler.handle(request as never);
    const text = await textOf(response.body as AsyncIterable<Uint8Array> | undefined);
    if (response.statusCode < 300) return text;
    const [, code = 'without a reason'] = text.match(/(?:<Code>|"__type":"(?:[^"]*#)?)(\w+)/) ?? [];
    throw new Error(`${host} answers ${response.statusCode}: ${code}.`);
  };

/** What a stack tells of itself. @throws when there is no such stack, or these credentials may not ask */
export const outputsOf = async (
  ask: AskAws,
  region: string,
  stack: string,
): Promise<ReadonlyMap<string, string>> => {
  const text = await ask({
    ...{ service: 'cloudformation', method: 'GET', path: '/' },
    host: `cloudformation.${region}.${suffixOf(region)}`,
    query: { Action: 'DescribeStacks', StackName: stack, Version: '2010-05-15' },
  });
  const output = /<OutputKey>([^<]*)<[/]OutputKey>\s*<OutputValue>([^<]*)<[/]OutputValue>/g;
  return new Map([...text.matchAll(output)].map(([, key = '', value = '']) => [key, value]));
};

export const suffixOf = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';

const textOf = async (body: AsyncIterable<Uint8Array> | undefined): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
