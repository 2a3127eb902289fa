import { expect, test } from '@jest/globals';
import type { BanKind, BanList } from '../../src/comment/abuse/ban.ts';
import { readBanValue, type ValueKind } from '../../src/screening/text/ban-value.ts';
import { subjectOfValue } from '../../src/submission/ban-subject.ts';
import { findBans } from '../../src/submission/find-bans.ts';
import { identify } from '../../src/submission/identify.ts';
import { reservedIds } from '../../src/submission/reserved-ids.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { aDraft, NOW } from '../make.ts';
import { aSite } from '../storage/with-store.ts';

const digests = createDigests(new Uint8Array(32).fill(7));
type Entry = readonly [kind: BanKind, of: string, effect?: 'ban' | 'allow', until?: number];

const idOf = (kind: BanKind, of: string) =>
  kind === 'author'
    ? digests.ban(kind, 'demo', digests.author('demo', of))
    : subjectOfValue(kind, 'demo', readBanValue(kind as ValueKind, of) ?? 'unreadable', digests).id;

const listOf = (...entries: readonly Entry[]): BanList =>
  new Map(
    entries.map(([kind, of, effect = 'ban', until]) => [
      idOf(kind, of),
      { effect, ...(until === undefined ? {} : { until }) },
    ]),
  );

type Sent = {
  address?: string;
  proven?: string;
  email?: string;
  url?: string;
  text?: string;
  author?: string;
};
const submissionOf = ({ address = '192.0.2.7', proven, ...draft }: Sent) =>
  identify(
    {
      site: aSite(),
      draft: aDraft(draft),
      honeypot: '',
      sender: { address, network: address, proven },
      form: { state: 'missing' },
      idempotencyKey: undefined,
      now: NOW,
    },
    digests,
  );
const judge = (sent: Sent, ...entries: readonly Entry[]) =>
  findBans(submissionOf(sent), listOf(...entries), digests);
const isBanned = (sent: Sent, ...entries: readonly Entry[]) =>
  (judge(sent, ...entries)?.banned.length ?? 0) > 0;

test.each<[string, Sent, Entry]>([
  ['an author by their proof', { proven: 'camille' }, ['author', 'camille']],
  ['an e-mail address in whatever case', { email: 'Jean@Spam.Example' }, ['email', 'jean@spam.example']],
  ['an IPv4 address', {}, ['network', '192.0.2.7']],
  ['the same written as IPv6', { address: '::ffff:192.0.2.7' }, ['network', '192.0.2.7']],
  ['all of a /24', {}, ['network', '192.0.2.0/24']],
  ['all of a /24 named by any address in it', {}, ['network', '192.0.2.200/24']],
  ['all of a /24 named by a star', {}, ['network', '192.0.2.*']],
  ['all of an IPv6 /64', { address: '2001:db8::5' }, ['network', '2001:db8::/64']],
  ['the /64 of a single IPv6 address', { address: '2001:db8::5' }, ['network', '2001:db8:0:0:1::9']],
  ['a domain that a link leads to', { text: 'http://spam.example/x' }, ['domain', 'spam.example']],
  ['a domain that is only named', { text: 'voyez spam.com' }, ['domain', 'spam.com']],
  ['a subdomain', { text: 'http://a.b.spam.example' }, ['domain', 'spam.example']],
  ["a domain of the author's page", { url: 'https://www.spam.example/' }, ['domain', 'spam.example']],
  ['a domain of the e-mail address', { email: 'a@mx.spam.example' }, ['domain', 'spam.example']],
  ['an international domain', { text: 'http://été.example' }, ['domain', 'été.example']],
  ['the same as DNS spells it', { text: 'http://été.example' }, ['domain', 'xn--t-9fab.example']],
  ['a domain typed as an address', { text: 'http://spam.example' }, ['domain', 'https://www.spam.example/']],
])('a ban stops %s', (_, sent, entry) => {
  expect(isBanned(sent, entry)).toBe(true);
});

test.each<[string, Sent, Entry]>([
  ['somebody who proved to be another', { proven: 'andrea' }, ['author', 'camille']],
  ['a stranger', {}, ['author', 'camille']],
  ['another e-mail address', { email: 'jeanne@spam.example' }, ['email', 'jean@spam.example']],
  ['a neighbour of an address', {}, ['network', '192.0.2.8']],
  ['the next /24', {}, ['network', '192.0.3.0/24']],
  ['the next /64', { address: '2001:db8:0:1::5' }, ['network', '2001:db8::/64']],
  ['a domain that only ends alike', { text: 'http://notspam.example' }, ['domain', 'spam.example']],
  ['the domain above', { text: 'http://spam.example' }, ['domain', 'a.spam.example']],
  ['whoever a ban that ended named', {}, ['network', '192.0.2.7', 'ban', NOW]],
])('no ban stops %s', (_, sent, entry) => {
  expect(isBanned(sent, entry)).toBe(false);
});

test('a ban that ends later stops what comes before its end', () => {
  expect(isBanned({}, ['network', '192.0.2.7', 'ban', NOW + 1])).toBe(true);
});

test.each<[string, boolean, Sent, readonly Entry[]]>([
  [
    'an allowed address',
    false,
    {},
    [
      ['network', '192.0.2.0/24'],
      ['network', '192.0.2.7', 'allow'],
    ],
  ],
  [
    'a banned address',
    true,
    {},
    [
      ['network', '192.0.2.0/24', 'allow'],
      ['network', '192.0.2.7'],
    ],
  ],
  [
    'an allowed author',
    false,
    { proven: 'camille' },
    [
      ['network', '192.0.2.7'],
      ['author', 'camille', 'allow'],
    ],
  ],
  [
    'a banned author',
    true,
    { proven: 'camille' },
    [
      ['network', '192.0.2.7', 'allow'],
      ['author', 'camille'],
    ],
  ],
  [
    'an allowed subdomain',
    false,
    { text: 'http://a.spam.example' },
    [
      ['domain', 'spam.example'],
      ['domain', 'a.spam.example', 'allow'],
    ],
  ],
  [
    'a banned subdomain',
    true,
    { text: 'http://a.spam.example' },
    [
      ['domain', 'spam.example', 'allow'],
      ['domain', 'a.spam.example'],
    ],
  ],
  [
    'an allowed e-mail address',
    false,
    { email: 'jean@spam.example' },
    [
      ['domain', 'spam.example'],
      ['email', 'jean@spam.example', 'allow'],
    ],
  ],
])('the narrower entry speaks: %s', (_, expected, sent, entries) => {
  expect(isBanned(sent, ...entries)).toBe(expected);
});

test('an allowed e-mail address, which anybody can type, lifts no ban of a network', () => {
  const entries = [
    ['network', '192.0.2.7'],
    ['email', 'a@b.example', 'allow'],
  ] as const;
  expect(isBanned({ email: 'a@b.example' }, ...entries)).toBe(true);
});

test.each<[ValueKind, string]>([
  ['network', '192.0.2.0/16'],
  ['network', '192.0.2.0/25'],
  ['network', '2001:db8::/48'],
  ['network', '0.0.0.0/0'],
  ['network', '2130706433'],
  ['network', 'example.fr'],
  ['domain', '*.top'],
  ['domain', 'top'],
  ['domain', 'spam.example/page'],
  ['domain', 'spam*.example'],
  ['email', '*@spam.example'],
  ['email', 'spam.example'],
  ['email', 'a b@spam.example'],
])('no ban of a %s is made of %s', (kind, value) => {
  expect(readBanValue(kind, value)).toBeUndefined();
});

test.each<[ValueKind, string, string]>([
  ['email', 'Jean.Dupont@Spam.Example', 'J…@spam.example'],
  ['domain', 'Spam.Example', 'spam.example'],
  ['network', '192.0.2.7', '192.0.2.…'],
  ['network', '192.0.2.7/24', '192.0.2.0/24'],
  ['network', '2001:db8:1:2::5', '2001:db8:1:…'],
])('what is kept of a %s such as %s is %s', (kind, typed, label) => {
  const value = readBanValue(kind, typed) ?? '';
  const subject = subjectOfValue(kind, 'demo', value, digests);
  expect(subject.label).toBe(label);
  expect(subject.id).toMatch(/^[edn][\w-]{11}$/);
});

test.each([
  'Claire Vidal',
  'CLAIRE  VIDAL',
  'Claire-Vidal',
  'ClaireVidal',
  'Сlaire Vidal',
  'Cl\u200Baire Vidal',
  'C l a i r e V i d a l',
])('a member’s name is reserved in whatever letters: %s', (author) => {
  const { author: id = '' } = reservedIds('demo', { name: 'Claire Vidal' }, digests);
  const list: BanList = new Map([[id, { effect: 'reserve' }]]);
  expect(findBans(submissionOf({ author }), list, digests)).toMatchObject({ reserved: ['author'] });
  expect(findBans(submissionOf({ author: 'Claire' }), list, digests)).toBeUndefined();
});

test.each([
  ...[
    'Claire Vidal (rédaction)',
    'Vidal Claire',
    'Clairee Vidal',
    'Claire Vidall',
    'Mme Claire Vidal, Le Journal',
  ],
  ...['[Claire Vidal]', 'VIDAL Claire – la vraie'],
])('a member’s name is found in another order and in a longer one: %s', (author) => {
  const { author: id = '' } = reservedIds('demo', { name: 'Claire Vidal' }, digests);
  const list: BanList = new Map([[id, { effect: 'reserve' }]]);
  expect(findBans(submissionOf({ author }), list, digests)).toMatchObject({ reserved: ['author'] });
});

test.each([
  'Claire',
  'Vidal',
  'Claire Vidal-Dubois',
  'Clara Vidal',
  'Claire Martin Vidal',
  'Marie-Claire Vidal',
])('a namesake of a member is not one: %s', (author) => {
  const { author: id = '' } = reservedIds('demo', { name: 'Claire Vidal' }, digests);
  const list: BanList = new Map([[id, { effect: 'reserve' }]]);
  expect(findBans(submissionOf({ author }), list, digests)).toBeUndefined();
});

test('a member’s e-mail address is reserved', () => {
  const emailKey = digests.email('demo', 'claire@courrier.example');
  const { email: id = '' } = reservedIds('demo', { emailKey }, digests);
  const list: BanList = new Map([[id, { effect: 'reserve' }]]);
  const email = 'Claire@Courrier.example';
  expect(findBans(submissionOf({ email }), list, digests)).toMatchObject({ reserved: ['email'], banned: [] });
});

test('one site’s bans say nothing on another, and no id tells whom it names', () => {
  const here = digests.ban('domain', 'demo', 'spam.example');
  expect(digests.ban('domain', 'autre', 'spam.example')).not.toBe(here);
  expect(createDigests(new Uint8Array(32).fill(8)).ban('domain', 'demo', 'spam.example')).not.toBe(here);
});
