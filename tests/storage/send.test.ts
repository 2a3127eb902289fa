import { GetItemCommand, InternalServerError } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { createSend } from '../../src/storage/dynamodb/send.ts';

/** What becomes of a command whose client fails in some way. */
const sending = (error: Error) => {
  const client = { send: () => Promise.reject(error) };
  const send = createSend(client as never, { wait: async () => undefined, random: () => 0 });
  return send(new GetItemCommand({ TableName: 'any', Key: {} }));
};
const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a name that nobody resolves', withCode('EAI_AGAIN')],
  ['a full disk', new InternalServerError({ $metadata: {}, message: 'database or disk is full' })],
  ['a gateway’s 503', Object.assign(new Error('x'), { $metadata: { httpStatusCode: 503 } })],
  ['a time-out', Object.assign(new Error('x'), { name: 'TimeoutError' })],
])('%s is an outage, and may be asked again', async (_, error) => {
  await expect(sending(error)).rejects.toMatchObject({
    code: 'storage-unavailable',
    retryAfterS: 5,
    cause: error,
  });
});

test.each(['ERR_INVALID_ARG_TYPE', 'ERR_INVALID_URL', 'ERR_MODULE_NOT_FOUND'])(
  'a mistake of the program is no outage: %s',
  async (code) => {
    const mistake = withCode(code);
    await expect(sending(mistake)).rejects.toBe(mistake);
  },
);
