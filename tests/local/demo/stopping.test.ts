import { expect, test } from '@jest/globals';
import { seedFunctions } from '../../../local/demo/seed/fill-demo.ts';

type Setup = Parameters<typeof seedFunctions>;

test('a server that stops waits for no stream whose function keeps failing', async () => {
  const stopping = new AbortController();
  const functions = {} as Setup[0];
  const server = {
    ask: async () => ({ records: ['one that is never settled'] }),
  } as unknown as Setup[1]['server'];
  let woken = 0;
  const wake = () => {
    woken += 1;
    if (woken === 3) stopping.abort();
  };
  await seedFunctions(functions, { server, wake }, stopping.signal).followed();
  expect(woken).toBe(3);
});
