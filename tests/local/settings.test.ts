import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { clientOptions, LOCAL_REGION } from '../../local/client-options.ts';
import { functionEnvironment } from '../../local/functions/environment.ts';
import { readSettings } from '../../local/settings.ts';
import { parseNetwork } from '../../src/screening/text/networks.ts';

test('without anything said the port is 4000, the data is in .data and edge and demo are on', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    dataDir: resolve('.data'),
    dynamodbEndpoint: undefined,
    trustedProxies: '',
    edge: true,
    demo: 'on',
  });
});

test('what is said is taken', () => {
  const said = {
    PORT: '0',
    DATA_DIR: '/tmp/x',
    DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    TRUSTED_PROXIES: '192.0.2.1, 2001:db8::/32',
    EDGE: 'off',
    DEMO: 'off',
  };
  expect(readSettings(said)).toEqual({
    port: 0,
    dataDir: resolve('/tmp/x'),
    dynamodbEndpoint: 'http://127.0.0.1:8000',
    trustedProxies: '192.0.2.1, 2001:db8::/32',
    edge: false,
    demo: 'off',
  });
});

test.each([
  ['http://127.0.0.1:8000', true],
  ['HTTP://127.0.0.1:8000', true],
  ['https://dynamodb.eu-west-3.amazonaws.com', false],
])('an endpoint is reached as what its protocol says, however that is written: %s', (endpoint, isLocal) => {
  expect(readSettings({ DYNAMODB_ENDPOINT: endpoint }).dynamodbEndpoint).toBe(endpoint);
  expect('region' in clientOptions(endpoint)).toBe(isLocal);
  const facts = { endpoint, baseUrl: '', trustedProxies: '', outer: { AWS_REGION: 'of its owner' } };
  expect(functionEnvironment(facts).AWS_REGION).toBe(isLocal ? LOCAL_REGION : 'of its owner');
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', ''],
  ['DATA_DIR', ''],
  ['DYNAMODB_ENDPOINT', 'localhost:8000'],
  ['DYNAMODB_ENDPOINT', 'ftp://x'],
  ['EDGE', 'false'],
  ['EDGE', 'OFF'],
  ['EDGE', ''],
  ['DEMO', 'no'],
  ...['foo', 'localhost', '192.0.2', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/24/8', '192.0.2.1:80'].map(
    (entry): [string, string] => ['TRUSTED_PROXIES', entry],
  ),
  ['TRUSTED_PROXIES', '192.0.2.1, foo'],
  ['TRUSTED_PROXIES', '192.0.2.1 192.0.2.2'],
  ['TRUSTED_PROXIES', '[2001:db8::1]'],
  ['TRUSTED_PROXIES', '2001:db8::/129'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '::/0'],
  ['TRUSTED_PROXIES', 'fe80::1%eth0'],
])('a wrong variable is named on one line: %s=%j', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+$`));
});

const entry = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(200)).map(([address, bits]) => `${address}/${bits}`),
  fc.string({ unit: fc.constantFrom(...'0123456789abf:./% x'), maxLength: 20 }),
);

test('every proxy that the start takes is one that the functions understand', () => {
  fc.assert(
    fc.property(entry, (TRUSTED_PROXIES) => {
      let taken = '';
      try {
        taken = readSettings({ TRUSTED_PROXIES }).trustedProxies;
      } catch {
        return;
      }
      for (const part of taken.split(',').map((one) => one.trim()))
        expect([part, part === '' || parseNetwork(part) !== undefined]).toEqual([part, true]);
    }),
  );
});
