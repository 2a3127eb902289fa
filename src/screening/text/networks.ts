import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address and how many of its first bits count. */
export type Network = { readonly address: Address; readonly bits: number };

const WHOLE_V4 = 32;
const WHOLE_V6 = 128;
const MAPPED = WHOLE_V6 - WHOLE_V4;

/** An address as the gateway states it; `::ffff:192.0.2.1` is `192.0.2.1`. Undefined for what is none. */
export const addressOf = (text: string): Address | undefined => {
  const address = parse(text);
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
};

/** A list's entry: an address, a prefix such as `192.0.2.0/24`, or `192.0.2.*`. Undefined for what is none. */
export const networkOf = (entry: string): Network | undefined => {
  const [, text = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(withoutStars(entry)) ?? [];
  const address = parse(text);
  if (!address) return undefined;

  const whole = address instanceof ipaddr.IPv4 ? WHOLE_V4 : WHOLE_V6;
  const bits = length === undefined ? whole : Number(length);
  return bits <= whole ? unmapped(address, bits) : undefined;
};

export const contains = ({ address, bits }: Network, other: Address): boolean =>
  address.kind() === other.kind() && other.match(address, bits);

/** Whether a network is as wide as what may be kept of an address: /24 and /48, where Isso cuts them. */
export const isWide = ({ address, bits }: Network): boolean => bits <= (address.kind() === 'ipv4' ? 24 : 48);

/** Four decimals or colons: `0300.1` and `2130706433` are tricks. What has other characters is not even tried. */
const parse = (text: string): Address | undefined => {
  if (/^[\d.]{7,15}$/.test(text))
    return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : undefined;
  return /^[\da-f:.]{2,45}$/i.test(text) && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
};

const unmapped = (address: Address, bits: number): Network =>
  address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= MAPPED
    ? { address: address.toIPv4Address(), bits: bits - MAPPED }
    : { address, bits };

/** `192.0.2.*` as `192.0.2.0/24`, `192.0.*` as `192.0.0.0/16`; all else as it is. */
const withoutStars = (entry: string): string => {
  const [, octets] = /^((?:\d{1,3}\.){1,3})\*(?:\.\*)*$/.exec(entry) ?? [];
  if (octets === undefined || entry.split('.').length > 4) return entry;
  const given = octets.split('.').slice(0, -1);
  return `${[...given, '0', '0', '0'].slice(0, 4).join('.')}/${8 * given.length}`;
};
