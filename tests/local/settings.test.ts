import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { readSettings } from '../../local/settings.ts';

test('without anything said the port is 4000, the data is in .data and the edge is on', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    dataDir: resolve('.data'),
    dynamodbEndpoint: undefined,
    trustedProxies: '',
    edge: true,
  });
});

test('what is said is taken', () => {
  const said = {
    PORT: '0',
    DATA_DIR: '/tmp/x',
    DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    TRUSTED_PROXIES: '192.0.2.1, 2001:db8::/32',
    EDGE: 'off',
  };
  expect(readSettings(said)).toEqual({
    port: 0,
    dataDir: resolve('/tmp/x'),
    dynamodbEndpoint: 'http://127.0.0.1:8000',
    trustedProxies: '192.0.2.1, 2001:db8::/32',
    edge: false,
  });
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
])('a wrong variable is named on one line: %s=%j', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+$`));
});
