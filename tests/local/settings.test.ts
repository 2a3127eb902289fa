import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { siteOptions } from '../../cli/site-options.ts';
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

const site = { site: 'lejournal', name: 'Le Journal', language: 'fr', origin: ['https://www.lejournal.fr'] };

test('a site is described by its options', () => {
  expect(siteOptions(site)).toEqual({
    id: 'lejournal',
    name: 'Le Journal',
    language: 'fr',
    origins: ['https://www.lejournal.fr'],
    table: undefined,
  });
});

test.each([
  ['site', 'Le Journal'],
  ['site', '-a'],
  ['site', undefined],
  ['name', ' '],
  ['language', 'de'],
  ['origin', []],
  ['origin', ['https://www.lejournal.fr/']],
  ['origin', ['www.lejournal.fr']],
  ['origin', ['javascript:alert(1)']],
  ['origin', ['https://www.LeJournal.fr']],
  ['origin', undefined],
])('a wrong option is named on one line: --%s %j', (name, value) => {
  expect(() => siteOptions({ ...site, [name]: value })).toThrow(new RegExp(`^--${name} [^\\n]+$`));
});
