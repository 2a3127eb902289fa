import { expect, test } from '@jest/globals';
import { withGateway } from './with-gateway.ts';

let told = 0;
const onChange = () => {
  told += 1;
};
const gateway = withGateway({}, { onChange });

test.each([
  ['POST', 1],
  ['PUT', 1],
  ['DELETE', 1],
  ['GET', 0],
  ['HEAD', 0],
])('whoever follows the changes is told by the answer to a %s, %d times', async (method, times) => {
  told = 0;
  expect((await fetch(`${gateway.url}/any/thing`, { method })).status).toBe(200);
  expect(told).toBe(times);
});
