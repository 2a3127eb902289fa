import { type AskAws, suffixOf } from './aws.ts';

/** A secret in Secrets Manager, by its ARN. */
export const storedSecret = (ask: AskAws, arn: string) => {
  const [, , , region = ''] = arn.split(':');
  const call = (operation: string, body: object) =>
    ask({
      ...{ service: 'secretsmanager', method: 'POST', path: '/' },
      host: `secretsmanager.${region}.${suffixOf(region)}`,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `secretsmanager.${operation}`,
      },
      body: JSON.stringify({ SecretId: arn, ...body }),
    });
  return {
    read: async (): Promise<Uint8Array> => {
      const { SecretString = '' } = JSON.parse(await call('GetSecretValue', {})) as { SecretString?: string };
      if (SecretString === '') throw new Error('The secret holds no text.');
      return Buffer.from(SecretString);
    },
    /** The old value stays in Secrets Manager as AWSPREVIOUS. @param token makes repeated calls change the secret once */
    write: async (text: string, token: string): Promise<void> => {
      await call('PutSecretValue', { ClientRequestToken: token, SecretString: text });
    },
  };
};
