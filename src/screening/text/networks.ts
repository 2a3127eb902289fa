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

export const contains = ({ address, bits }: Network, other: Address): boolean =>
  address.kind() === other.kind() && other.match(address, bits);

/** Whether a network is so wide that it identifies nobody and may be kept: /24 or /48 and wider, where Isso cuts addresses. */
export const isWide = ({ address, bits }: Network): boolean => bits <= (address.kind() === 'ipv4' ? 24 : 48);

/** The patterns rule out most texts before the parser sees them. An IPv6 address may name its zone (`fe80::1%eth0`). */
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
