import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { networkOf, visitorAddress } from '../../src/lambda/visitor-address.ts';

const PROXIES = ['203.0.113.0/24', '198.51.100.7', '2001:db8:ffff::/48'];

describe('a visitor’s address', () => {
  test('is the peer’s, whatever a stranger’s header says', () => {
    const header = fc.string({ unit: fc.constantFrom(...'0123456789.:,abcdef ::/[]') });
    fc.assert(
      fc.property(fc.ipV4(), header, (peer, forwarded) => {
        fc.pre(!peer.startsWith('203.0.113.') && peer !== '198.51.100.7');
        expect(visitorAddress(peer, forwarded, PROXIES)).toBe(peer);
        expect(visitorAddress(peer, forwarded, [])).toBe(peer);
      }),
    );
    expect(visitorAddress('192.0.2.1', '203.0.113.5, 9.9.9.9', PROXIES)).toBe('192.0.2.1');
  });

  test.each([
    ['the hop before the proxy', '203.0.113.1', '192.0.2.1', '192.0.2.1'],
    [
      'that hop where the gateway wrote the peer down too',
      '203.0.113.1',
      '192.0.2.1, 203.0.113.1',
      '192.0.2.1',
    ],
    ['the right-most that nobody trusts', '203.0.113.1', '9.9.9.9, 192.0.2.1', '192.0.2.1'],
    [
      'the one before several proxies',
      '203.0.113.1',
      '9.9.9.9, 192.0.2.1, 198.51.100.7, 203.0.113.9',
      '192.0.2.1',
    ],
    ['one behind an IPv6 proxy', '2001:db8:ffff::1', '9.9.9.9, 2001:db8::5', '2001:db8::5'],
    ['one behind a proxy that is seen through IPv6', '::ffff:203.0.113.1', '192.0.2.1', '192.0.2.1'],
    ['one that is written through IPv6', '203.0.113.1', '::ffff:192.0.2.1', '192.0.2.1'],
    ['the proxy itself when it says nothing', '203.0.113.1', '', '203.0.113.1'],
    ['the proxy itself when it says only itself', '203.0.113.1', '203.0.113.1', '203.0.113.1'],
    ['the first proxy when all are proxies', '203.0.113.1', '203.0.113.3, 203.0.113.2', '203.0.113.3'],
    ['spaced as it may be', '203.0.113.1', ' ,, 192.0.2.1 ,', '192.0.2.1'],
  ])('is %s', (_, peer, forwarded, visitor) => {
    expect(visitorAddress(peer, forwarded, PROXIES)).toBe(visitor);
  });

  test.each([
    'unknown',
    '_hidden',
    '1.2.3',
    '2130706433',
    '0177.0.0.1',
    '192.0.2.1:',
    '192.0.2.1:http',
    '[2001:db8::5',
    '2001:db8::5]:443',
    '[192.0.2.1:80',
    '<x>',
  ])('is the last proxy’s when what it names is no address: %s', (hop) => {
    expect(visitorAddress('203.0.113.1', hop, PROXIES)).toBe('203.0.113.1');
    expect(visitorAddress('203.0.113.1', `192.0.2.1, ${hop}, 203.0.113.2`, PROXIES)).toBe('203.0.113.2');
  });

  test.each([
    '203.0.113.0/',
    '203.0.113.0/x',
    '0.0.0.0/',
    '0.0.0.0/-1',
    '0.0.0.0/33',
    '/0',
    '/',
    '',
    '*',
    '0.0.0.0/0.5',
    '0.0.0.0/ ',
  ])('is trusted to nobody by an entry that is none: %j', (entry) => {
    expect(visitorAddress('192.0.2.1', '9.9.9.9', [entry])).toBe('192.0.2.1');
  });

  test.each([
    ['203.0.113.9:4711', '203.0.113.9'],
    ['"203.0.113.9:4711"', '203.0.113.9'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['"[2001:DB8::1]"', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is read where a proxy writes a port beside it: %s', (hop, visitor) => {
    expect(visitorAddress('192.0.2.1', hop, ['192.0.2.0/24'])).toBe(visitor);
    expect(visitorAddress('192.0.2.1', `${hop}, 192.0.2.7:80`, ['192.0.2.0/24'])).toBe(visitor);
  });

  test('is trusted by exactly the prefix that is written', () => {
    const trusts = (entry: string, peer: string) => visitorAddress(peer, '9.9.9.9', [entry]) === '9.9.9.9';
    expect(trusts('203.0.113.128/25', '203.0.113.128')).toBe(true);
    expect(trusts('203.0.113.128/25', '203.0.113.127')).toBe(false);
    expect(trusts('0.0.0.0/0', '192.0.2.1')).toBe(true);
    expect(trusts('0.0.0.0/0', '2001:db8::1')).toBe(false);
    expect(trusts('::/0', '192.0.2.1')).toBe(false);
    expect(trusts('2001:db8::/33', '2001:db8:8000::1')).toBe(false);
  });
});

describe('a network', () => {
  test('is an IPv4 address, however it is written', () => {
    for (const written of ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201', '::FFFF:C000:0201'])
      expect(networkOf(written)).toBe('192.0.2.1');
  });

  test('is 64 bits of IPv6, which one household keeps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 0xffff }), { minLength: 8, maxLength: 8 }),
        fc.nat({ max: 3 }),
        (parts, at) => {
          fc.pre(parts[0] !== 0);
          const written = (all: readonly number[]) => all.map((part) => part.toString(16)).join(':');
          const home = [...parts.slice(0, 4), 1, 2, 3, 4];
          expect(networkOf(written(home))).toBe(networkOf(written(parts)));
          const away = parts.with(at, (parts[at] ?? 0) ^ 1);
          expect(networkOf(written(away))).not.toBe(networkOf(written(parts)));
        },
      ),
    );
    expect(networkOf('2001:0db8::0001')).toBe(networkOf('2001:DB8:0:0:ffff::'));
  });

  test('of what is no address is that text, for want of better', () => {
    expect(networkOf('unknown')).toBe('unknown');
  });
});
