import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * The visitor's own address: the peer's, or, behind a proxy the operator trusts, the right-most hop nobody trusts.
 * A stranger's `X-Forwarded-For` never counts.
 */
export const visitorAddress = (peer: string, forwardedFor: string, trusted: readonly string[]): string => {
  const hops = forwardedFor
    .split(',')
    .map((hop) => withoutPort(hop.trim()))
    .filter((hop) => hop !== '');
  // API Gateway appends the peer to the header; a server in front of us does not.
  const before = hops.at(-1) === peer ? hops.slice(0, -1) : hops;
  let visitor = peer;
  for (const hop of before.toReversed()) {
    if (!isTrusted(visitor, trusted) || !parse(hop)) break;
    visitor = hop;
  }
  return parse(visitor)?.toString() ?? visitor;
};

/** Some proxies write the port as well: `192.0.2.1:4711`, `[2001:db8::1]:4711`; and some the brackets alone, or quotes. */
const withoutPort = (hop: string): string => {
  const bare = hop.replace(/^"(.*)"$/, '$1');
  const [, v6, v4] = bare.match(/^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/) ?? [];
  return v6 ?? v4 ?? bare;
};

/** The part of an address that one household or device keeps: an IPv4 address, or an IPv6 prefix of 64 bits. */
export const networkOf = (address: string): string => {
  const parsed = parse(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed?.toString() ?? address;
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
};

const isTrusted = (address: string, trusted: readonly string[]): boolean => {
  const parsed = parse(address);
  return parsed !== undefined && trusted.some((entry) => isWithin(parsed, entry));
};

/** An entry that says no whole number of bits is within nothing, and trusts nobody. */
const isWithin = (address: Address, entry: string): boolean => {
  const [base = '', bits] = entry.split('/');
  const prefix = parse(base);
  if (!prefix || prefix.kind() !== address.kind()) return false;
  const all = prefix.kind() === 'ipv4' ? 32 : 128;
  const length = Number(bits === undefined ? all : /^\d+$/.exec(bits)?.[0]);
  return length <= all && address.match(prefix as ipaddr.IPv4 & ipaddr.IPv6, length);
};

/** IPv4 in four decimal parts only, IPv4 within IPv6 as IPv4. */
const parse = (text: string): Address | undefined => {
  if (!ipaddr.IPv6.isValid(text) && !ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return ipaddr.process(text);
};
