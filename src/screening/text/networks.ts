import { isIPv4, isIPv6 } from 'node:net';

/** An address: four parts of 8 bits, or eight of 16; and how it is written (RFC 5952). */
export type Address = { readonly parts: readonly number[]; readonly text: string };

/** An address and how many of its leading bits count. */
export type Network = { readonly address: Address; readonly bits: number };

const IPV4_BITS = 32;
const IPV6_BITS = 128;
const MAPPED_BITS = IPV6_BITS - IPV4_BITS;
/** What an IPv4 address begins with that is written as one of IPv6. */
const MAPPED = [0, 0, 0, 0, 0, 0xffff];

const isLong = ({ parts }: Address): boolean => parts.length === 8;
const bitsOf = (address: Address): number => (isLong(address) ? IPV6_BITS : IPV4_BITS);

/**
 * Parses an address: IPv4 in four decimal parts (`0300.1` and `2130706433` are refused) or IPv6. An IPv4-mapped address
 * (`::ffff:192.0.2.1`) becomes IPv4, and a zone (`fe80::1%eth0`) is left out. Undefined for anything else.
 */
export const parseAddress = (text: string): Address | undefined => {
  const address = parse(text);
  return address && unmapped(address, bitsOf(address)).address;
};

/** Parses a list's entry: an address, a prefix such as `192.0.2.0/24`, or `192.0.2.*`. Undefined for anything else. */
export const parseNetwork = (entry: string): Network | undefined => {
  const [, text = '', length] = /^([^/%]*)(?:\/(\d{1,3}))?$/.exec(withoutStars(entry)) ?? [];
  const address = parse(text);
  if (!address) return undefined;

  const all = bitsOf(address);
  const bits = length === undefined ? all : Number(length);
  return bits <= all ? unmapped(address, bits) : undefined;
};

/** Normalises a list's entry to an address or a prefix; undefined for anything else. */
export const networkText = (entry: string): string | undefined => {
  const network = parseNetwork(entry);
  if (!network) return undefined;
  const { address, bits } = network;
  return bits === bitsOf(address) ? address.text : `${written(leading(address, bits))}/${bits}`;
};

export const contains = ({ address, bits }: Network, { parts }: Address): boolean =>
  parts.length === address.parts.length &&
  address.parts.every((part, at) => (part ^ (parts[at] ?? 0)) >> trailing(address, bits, at) === 0);

/** The parts of an address with only its leading bits. */
const leading = (address: Address, bits: number): readonly number[] =>
  address.parts.map((part, at) => (part >> trailing(address, bits, at)) << trailing(address, bits, at));

/** How many bits at the end of a part are not among the leading ones. */
const trailing = (address: Address, bits: number, at: number): number => {
  const size = bitsOf(address) / address.parts.length;
  return size - Math.min(size, Math.max(0, bits - at * size));
};

/** Whether a network is so wide that it identifies nobody and may be kept: /24 or /48 and wider, as Isso truncates addresses. */
export const isWide = ({ address, bits }: Network): boolean => bits <= (isLong(address) ? 48 : 24);

/** Prefix lengths of the networks that bans name: an IPv4 /24, and an IPv6 /64, which is what one household gets. */
const RANGE_BITS = 24;
const HOUSEHOLD_BITS = 64;

/**
 * The networks of an address that a ban may name, narrowest first: `192.0.2.7` and `192.0.2.0/24`, or `2001:db8:0:1::/64`.
 * Empty for an invalid address.
 */
export const networksOf = (text: string): readonly string[] => {
  const address = parseAddress(text);
  return address ? bannableNetworks(address) : [];
};

const bannableNetworks = (address: Address): readonly string[] =>
  isLong(address)
    ? [`${firstParts(address, 4)}::/64`]
    : [address.text, `${address.parts.slice(0, 3).join('.')}.0/24`];

/** Reads a network that a moderator typed; undefined for one of any other size. A single IPv6 address stands for its /64. */
export const bannableNetwork = (typed: string): string | undefined => {
  const network = parseNetwork(typed.trim());
  if (!network) return undefined;
  const { address, bits } = network;
  const [narrow, range] = bannableNetworks(address);
  if (bits === (range === undefined ? HOUSEHOLD_BITS : IPV4_BITS) || bits === IPV6_BITS) return narrow;
  return bits === RANGE_BITS ? range : undefined;
};

/** The part of such a network that may be stored for people to read: `192.0.2.…`, `2001:db8:0:…`. A /24 stays whole. */
export const networkLabel = (network: string): string => {
  if (network.endsWith('/24')) return network;
  const parsed = parseAddress(network.replace(/\/64$/, ''));
  if (parsed && isLong(parsed)) return `${firstParts(parsed, 3)}:…`;
  return network.replace(/\d+$/, '…');
};

const firstParts = ({ parts }: Address, count: number): string => grouped(parts.slice(0, count));

const grouped = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':');

/** The patterns reject most texts before the parser runs. An IPv6 address may have a zone (`fe80::1%eth0`). */
const parse = (text: string): Address | undefined => {
  if (/^[\d.]{7,15}$/.test(text)) return isIPv4(text) ? ofParts(text.split('.').map(Number)) : undefined;
  const [, bare] = /^([\da-f:.]{2,45})(?:%[\da-z]{1,32})?$/i.exec(text) ?? [];
  return bare !== undefined && isIPv6(bare) ? ofParts(longParts(shortest(bare))) : undefined;
};

const ofParts = (parts: readonly number[]): Address => ({ parts, text: written(parts) });

const written = (parts: readonly number[]): string =>
  parts.length === 8 ? shortest(grouped(parts)) : parts.join('.');

/** An IPv6 address as a URL writes it, which is as RFC 5952 has it. */
const shortest = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

/** The parts of an address in its shortest form: `::` stands for as many zeros as are missing. */
const longParts = (address: string): readonly number[] => {
  const [head = [], tail = []] = address
    .split('::')
    .map((groups) => (groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16))));
  return [...head, ...new Array(8 - head.length - tail.length).fill(0), ...tail];
};

const unmapped = (address: Address, bits: number): Network => {
  const { parts } = address;
  const isMapped = isLong(address) && bits >= MAPPED_BITS && MAPPED.every((part, at) => part === parts[at]);
  if (!isMapped) return { address, bits };
  const octets = parts.slice(MAPPED.length).flatMap((part) => [part >> 8, part & 0xff]);
  return { address: ofParts(octets), bits: bits - MAPPED_BITS };
};

/** `192.0.2.*` as `192.0.2.0/24` and `192.0.*` as `192.0.0.0/16`; anything else unchanged. */
const withoutStars = (entry: string): string => {
  const [, octets] = /^((?:\d{1,3}\.){1,3})\*(?:\.\*)*$/.exec(entry) ?? [];
  if (octets === undefined || entry.split('.').length > 4) return entry;
  const given = octets.split('.').slice(0, -1);
  return `${[...given, '0', '0', '0'].slice(0, 4).join('.')}/${8 * given.length}`;
};
