import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';

/** How the database's client reaches AWS: its credentials, digest and connections. */
export type AwsAccess = Pick<DynamoDBClient['config'], 'credentials' | 'sha256' | 'requestHandler'>;

/**
 * `GetSecretValue` of Secrets Manager, signed as AWS wants it (Signature Version 4). Its own client would be an eighth of
 * every bundle for this one call; a test holds this request against that client's.
 * @throws when the secret cannot be read; the message says nothing of it.
 */
export const fetchSecret = async (
  arn: string,
  { requestHandler, ...access }: AwsAccess,
): Promise<Uint8Array> => {
  const request = await signedRequest(arn, access);
  const { response } = await requestHandler.handle(request as never);
  const body = await textOf(response.body as AsyncIterable<Uint8Array>);
  const { SecretString } = response.statusCode === 200 ? (JSON.parse(body) as { SecretString?: string }) : {};
  if (!SecretString) throw new Error(`Secrets Manager answered ${response.statusCode} and no secret.`);
  return Buffer.from(SecretString, 'utf8');
};

/** The request by itself. `arn:partition:secretsmanager:region:account:secret:name` says where to ask. */
export const signedRequest = (arn: string, { credentials, sha256 }: Omit<AwsAccess, 'requestHandler'>) => {
  const [, partition, service = '', region = ''] = arn.split(':');
  const hostname = `${service}.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
  const signer = new SignatureV4({ service, region, credentials, sha256 });
  return signer.sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    query: {},
    headers: {
      host: hostname,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: arn }),
  });
};

const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
