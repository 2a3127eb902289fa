import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address and how many of its leading bits count. */
export type Network = { readonly address: Address; readonly bits: number };

const IPV4_BITS = 32;
const IPV6_BITS = 128;
const MAPPED_BITS = IPV6_BITS - IPV4_BITS;

/**
 * Parses an address: IPv4 in four decimal parts (`0300.1` and `2130706433` are refused) or IPv6. An IPv4-mapped address
 * (`::ffff:192.0.2.1`) becomes IPv4. Undefined for anything else.
 */
export const parseAddress = (text: string): Address | undefined => {
  const address = parse(text);
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
};

/** Parses a list's entry: an address, a prefix such as `192.0.2.0/24`, or `192.0.2.*`. Undefined for anything else. */
export const parseNetwork = (entry: string): Network | undefined => {
  const [, text = '', length] = /^([^/%]*)(?:\/(\d{1,3}))?$/.exec(withoutStars(entry)) ?? [];
  const address = parse(text);
  if (!address) return undefined;

  const all = address instanceof ipaddr.IPv4 ? IPV4_BITS : IPV6_BITS;
  const bits = length === undefined ? all : Number(length);
  return bits <= all ? unmapped(address, bits) : undefined;
};

/** Normalises a list's entry to an address or a prefix; undefined for anything else. */
export const networkText = (entry: string): string | undefined => {
  const network = parseNetwork(entry);
  if (!network) return undefined;
  const { address, bits } = network;
  const [kind, all] = address instanceof ipaddr.IPv4 ? [ipaddr.IPv4, IPV4_BITS] : [ipaddr.IPv6, IPV6_BITS];
  const text = `${address}`;
  return bits === all ? text : `${kind.networkAddressFromCIDR(`${text}/${bits}`)}/${bits}`;
};

export const contains = ({ address, bits }: Network, other: Address): boolean =>
  address.kind() === other.kind() && other.match(address, bits);

/** Whether a network is so wide that it identifies nobody and may be kept: /24 or /48 and wider, as Isso truncates addresses. */
export const isWide = ({ address, bits }: Network): boolean => bits <= (address.kind() === 'ipv4' ? 24 : 48);

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
  address instanceof ipaddr.IPv6
    ? [`${firstParts(address, 4)}::/64`]
    : [address.toString(), `${address.octets.slice(0, 3).join('.')}.0/24`];

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
  if (parsed instanceof ipaddr.IPv6) return `${firstParts(parsed, 3)}:…`;
  return network.replace(/\d+$/, '…');
};

const firstParts = (address: ipaddr.IPv6, count: number): string =>
  address.parts
    .slice(0, count)
    .map((part) => part.toString(16))
    .join(':');

/** The patterns reject most texts before the parser runs. An IPv6 address may have a zone (`fe80::1%eth0`). */
const parse = (text: string): Address | undefined => {
  if (/^[\d.]{7,15}$/.test(text))
    return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : undefined;
  return /^[\da-f:.]{2,45}(?:%[\da-z]{1,32})?$/i.test(text) && ipaddr.IPv6.isValid(text)
    ? ipaddr.IPv6.parse(text)
    : undefined;
};

const unmapped = (address: Address, bits: number): Network =>
  address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= MAPPED_BITS
    ? { address: address.toIPv4Address(), bits: bits - MAPPED_BITS }
    : { address, bits };

/** `192.0.2.*` as `192.0.2.0/24` and `192.0.*` as `192.0.0.0/16`; anything else unchanged. */
const withoutStars = (entry: string): string => {
  const [, octets] = /^((?:\d{1,3}\.){1,3})\*(?:\.\*)*$/.exec(entry) ?? [];
  if (octets === undefined || entry.split('.').length > 4) return entry;
  const given = octets.split('.').slice(0, -1);
  return `${[...given, '0', '0', '0'].slice(0, 4).join('.')}/${8 * given.length}`;
};
