import {
  type Address,
  contains,
  networksOf,
  parseAddress,
  parseNetwork,
} from '../screening/text/networks.ts';
import { type HttpEvent, headerOf } from './http.ts';

/** Where a request came from. @param trusted the operator's proxies */
export const senderOf = (event: HttpEvent, trusted: readonly string[]) => {
  const { sourceIp } = event.requestContext.http;
  const address = visitorAddress(sourceIp, headerOf(event, 'x-forwarded-for') ?? '', trusted);
  return { address, network: networkOf(address) };
};

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
    if (!isTrusted(visitor, trusted) || !parseAddress(hop)) break;
    visitor = hop;
  }
  return parseAddress(visitor)?.text ?? visitor;
};

/** Some proxies write the port as well: `192.0.2.1:4711`, `[2001:db8::1]:4711`; and some the brackets alone, or quotes. */
const withoutPort = (hop: string): string => {
  const bare = hop.replace(/^"(.*)"$/, '$1');
  const [, v6, v4] = bare.match(/^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/) ?? [];
  return v6 ?? v4 ?? bare;
};

/** The part of an address that one household or device keeps: an IPv4 address, or an IPv6 prefix of 64 bits. */
export const networkOf = (address: string): string => networksOf(address)[0] ?? address;

/** An entry that is neither an address nor a prefix contains nobody. */
const isTrusted = (address: string, trusted: readonly string[]): boolean => {
  const parsed = parseAddress(address);
  return parsed !== undefined && trusted.some((entry) => isWithin(parsed, entry));
};

const isWithin = (address: Address, entry: string): boolean => {
  const network = parseNetwork(entry);
  return network !== undefined && contains(network, address);
};
