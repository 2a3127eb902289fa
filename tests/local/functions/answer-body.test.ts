import { expect, test } from '@jest/globals';
import { packBody, unpackBody } from '../../../local/functions/answer-body.ts';

const there = (result: unknown) => unpackBody(structuredClone(packBody(result)));

test('a large text crosses as bytes, and the rest of its answer as it is', () => {
  const body = '“Été” 👩‍🚀 漢字 \n'.repeat(1_000);
  const answer = { statusCode: 200, headers: { etag: '"a"' }, cookies: ['b'] };
  expect(packBody({ ...answer, body }).result).toEqual(answer);
  expect(there({ ...answer, body })).toEqual({ ...answer, body: Buffer.from(body) });
});

test.each([
  ['a short text', { statusCode: 200, body: 'bonjour' }],
  ['bytes written as text', { statusCode: 200, body: 'QUJD'.repeat(5_000), isBase64Encoded: true }],
  ['no body', { statusCode: 204 }],
  ['an answer that is only a text', 'é'.repeat(10_000)],
  ['nothing', null],
  ['a body that is no text', { statusCode: 200, body: Array(10_000).fill(1) }],
])('%s crosses unchanged', (_, result) => {
  expect(packBody(result)).toEqual({ result });
  expect(there(result)).toEqual(result);
});
