import { BlockList, SocketAddress } from 'node:net';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contains, networkText, parseAddress, parseNetwork } from '../../../src/screening/text/networks.ts';

const part = fc.oneof(fc.constant(0), fc.nat({ max: 0xffff }));
/** Addresses of both kinds, as Node writes them, near enough to each other that some share a network. */
const long = fc
  .tuple(fc.constantFrom('2001:db8', 'fe80:0', '0:0'), fc.array(part, { minLength: 6, maxLength: 6 }))
  .map(([head, parts]) => `${head}:${parts.map((one) => one.toString(16)).join(':')}`);
const short = fc
  .tuple(fc.constantFrom(10, 192), fc.array(fc.nat({ max: 255 }), { minLength: 3, maxLength: 3 }))
  .map(([head, parts]) => [head, ...parts].join('.'));

const parsed = (text: string) => {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return address;
};

test.each([
  ['ipv4', short, 32],
  ['ipv6', long, 128],
] as const)(
  'networks of %s contain the addresses that they contain for Node',
  (family, addresses, bitsMax) => {
    fc.assert(
      fc.property(addresses, addresses, fc.nat({ max: bitsMax }), (one, other, bits) => {
        fc.pre(!one.startsWith('0:0:0:0:0') && !other.startsWith('0:0:0:0:0'));
        const list = new BlockList();
        list.addSubnet(one, bits, family);
        for (const text of [`${one}/${bits}`, networkText(`${one}/${bits}`) ?? '']) {
          const network = parseNetwork(text);
          expect(network && contains(network, parsed(other))).toBe(list.check(other, family));
          expect(network && contains(network, parsed(one))).toBe(true);
        }
        expect(parsed(one).text).toBe(new SocketAddress({ address: one, family }).address);
      }),
      { numRuns: 500 },
    );
  },
);

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8::7%eth0', '2001:db8::7'],
  ['64:ff9b::192.0.2.7', '64:ff9b::c000:207'],
])('%s is %s', (text, expected) => {
  expect(parsed(text).text).toBe(expected);
});

test.each([
  '',
  '192.0.2',
  '192.0.2.256',
  '0300.0.2.1',
  '192.0.02.1',
  '1:2:3:4:5:6:7',
  '1::2::3',
  '::g',
  '[::1]',
  '::1%',
  '::1/64',
])('%j is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test.each([
  ['192.0.2.7/24', '192.0.2.0/24'],
  ['192.0.*', '192.0.0.0/16'],
  ['::ffff:192.0.2.7/120', '192.0.2.0/24'],
  ['2001:db8:1:2:3::/52', '2001:db8:1::/52'],
  ['2001:db8::1', '2001:db8::1'],
  ['192.0.2.0/33', undefined],
  ['2001:db8::/129', undefined],
])('the entry %s is the network %s', (entry, network) => {
  expect(networkText(entry)).toBe(network);
});
