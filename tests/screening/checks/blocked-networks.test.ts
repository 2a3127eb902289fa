import { expect, test } from '@jest/globals';
import { blockedNetworks } from '../../../src/screening/checks/blocked-networks.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const on = (address: string, ...networks: readonly string[]) =>
  blockedNetworks.run(anEvidence({ address, policy: aPolicy({ blocked: { networks } }) }));

test.each([
  ['192.0.2.17', '192.0.2.17'],
  ['192.0.2.17', '192.0.2.0/24'],
  ['192.0.2.17', '192.0.2.*'],
  ['192.0.2.17', '192.0.*.*'],
  ['192.0.2.17', '::ffff:192.0.2.17'],
  ['::ffff:192.0.2.17', '192.0.2.17'],
  ['::ffff:c000:211', '192.0.2.16/28'],
  ['192.0.2.17', '::ffff:192.0.2.0/120'],
  ['2001:db8::17', '2001:0DB8:0:0::17'],
  ['2001:db8:1::17', '2001:db8::/32'],
])('finds %s in %s', (address, entry) => {
  expect(on(address, entry)?.outcome).toBe('spam');
});

test.each([
  ['192.0.2.17', '192.0.2.1'],
  ['192.0.2.17', '192.0.3.*'],
  ['192.0.2.17', '::/0'],
  ['2001:db8::17', '0.0.0.0/0'],
  ['192.0.2.17', '*'],
  ['192.0.2.17', '192.0.2.1*'],
  ['192.0.2.17', '192.0.2.0/33'],
  ['192.0.2.17', '192.0.2'],
  ['192.0.2.17', '0300.0.2.17'],
  ['192.0.2.17', '3221226001'],
  ['192.0.2.17', 'not a network'],
  ['nonsense', 'nonsense'],
  ['', ''],
])('does not find %j in %j', (address, entry) => {
  expect(on(address, entry)).toBeUndefined();
});

test('names a wide network in its trace, but never a single address', () => {
  expect(on('192.0.2.17', '192.0.2.0/24')?.traces).toEqual([{ field: 'visitor', term: '192.0.2.0/24' }]);
  expect(JSON.stringify(on('192.0.2.17', '192.0.2.17')?.traces)).not.toContain('192.0.2');
});
