import { expect, test } from '@jest/globals';
import { readKeyRing, rotated, writeKeyRing } from '../../src/tokens/key-ring.ts';
import { createSecrets } from '../../src/tokens/secrets.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-3:123456789012:secret:palabre-AbCdEf';
const NOW = Date.UTC(2026, 4, 12);
const REF = { site: 'demo', article: 'gare', id: '01KRDPGZQ0N7V3T2Y4M6C8E9FA' as never };

/** One secret, as several functions read it. */
const aKeeper = () => {
  const keeper = { secret: 'x'.repeat(64), asked: 0, now: NOW, isDown: false };
  const handle = async () => {
    keeper.asked += 1;
    if (keeper.isDown) throw new Error('connect ECONNREFUSED');
    const body = (async function* () {
      yield Buffer.from(JSON.stringify({ SecretString: keeper.secret }));
    })();
    return { response: { statusCode: 200, headers: {}, body } };
  };
  const access = {
    credentials: async () => ({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }),
    sha256: class {
      update() {}
      async digest() {
        return new Uint8Array(32);
      }
    },
    requestHandler: { handle },
  };
  const aFunction = () => createSecrets({ arn: ARN }, access as never, () => keeper.now);
  const rotate = (n: number, until: number) => {
    const ring = readKeyRing(Buffer.from(keeper.secret));
    keeper.secret = writeKeyRing(rotated(ring, { id: Buffer.alloc(3, n), key: Buffer.alloc(32, n) }, until));
  };
  return { keeper, aFunction, rotate };
};

test('a function that has cached the key before opens what another one sealed with the new one, and asks for it once', async () => {
  const { keeper, aFunction, rotate } = aKeeper();
  const [one, other] = [aFunction(), aFunction()];
  await one();
  rotate(1, NOW + 1e9);
  keeper.now += 20_000;
  const receipt = (await other()).tokens.receipt.issue(REF);
  const asked = keeper.asked;
  expect((await one(receipt)).tokens.receipt.read(receipt)).toEqual(REF);
  expect((await one(receipt)).tokens.receipt.read(receipt)).toEqual(REF);
  expect(keeper.asked).toBe(asked + 1);
});

test('made-up key ids have the secret asked for once in ten seconds at the most', async () => {
  const { keeper, aFunction } = aKeeper();
  const secrets = aFunction();
  await secrets();
  for (let n = 0; n < 300; n += 1) {
    keeper.now += 100;
    await secrets(Buffer.from([2, n & 255, n >> 8, 9, ...Buffer.alloc(60)]).toString('base64url'));
  }
  expect(keeper.asked).toBeLessThanOrEqual(4);
});

test('requests side by side ask for the secret once, and an outage is not asked again for each made-up token', async () => {
  const { keeper, aFunction } = aKeeper();
  const secrets = aFunction();
  await Promise.all(Array.from({ length: 20 }, () => secrets()));
  expect(keeper.asked).toBe(1);
  keeper.isDown = true;
  keeper.now += 20_000;
  for (let n = 0; n < 50; n += 1)
    await secrets(Buffer.from([2, 9, 9, n, ...Buffer.alloc(60)]).toString('base64url'));
  expect(keeper.asked).toBe(2);
});

test('the key before stops to open at its time, without a rotation', async () => {
  const { keeper, aFunction, rotate } = aKeeper();
  const secrets = aFunction();
  const receipt = (await secrets()).tokens.receipt.issue(REF);
  rotate(1, NOW + 3_600_000);
  keeper.now += 600_000;
  expect((await secrets(receipt)).tokens.receipt.read(receipt)).toEqual(REF);
  keeper.now += 3_600_000;
  expect((await secrets(receipt)).tokens.receipt.read(receipt)).toBeUndefined();
});

test('a clock that was set back keeps no secret for ever', async () => {
  const { keeper, aFunction } = aKeeper();
  const secrets = aFunction();
  await secrets();
  keeper.now -= 1e11;
  await secrets();
  expect(keeper.asked).toBe(2);
});
