import { expect, test } from '@jest/globals';
import { withAppOn } from '../../cli/with-app-on.ts';
import { Refusal } from '../../src/comment/refusal.ts';

test.each([
  [
    'with the reason behind it',
    new Error('connect ECONNREFUSED'),
    /^The table of-test cannot be reached: connect E/,
  ],
  ['by its own sentence where there is none', undefined, /^Others kept changing it[.]$/],
])('a command that the storage refused ends %s', async (_, cause, sentence) => {
  const refusal = new Refusal('storage-unavailable', 'Others kept changing it.', {
    ...(cause ? { cause } : {}),
  });
  const ended = withAppOn(
    'of-test',
    () => null,
    () => Promise.reject(refusal),
  );
  await expect(ended).rejects.toThrow(sentence);
});
