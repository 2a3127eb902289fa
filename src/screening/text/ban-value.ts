import { domainEntry } from '../../comment/policies/list-entries.ts';
import { bannableNetwork, networkLabel } from './networks.ts';

/** What a typed value must be, by kind of ban. A ban on an author takes a comment instead, since nobody can type an author's id. */
export const valueRules = {
  email: 'It must be an email address such as jean@spam.example.',
  domain: 'It must be a domain such as spam.example, without stars or a path.',
  network: 'It must be an IPv4 address or a /24 of them, or an IPv6 address or /64.',
} as const;
export type ValueKind = keyof typeof valueRules;

const EMAIL = /^[^\s@*]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Normalises a typed value for its digest; undefined when it is invalid for the kind. */
export const readBanValue = (kind: ValueKind, typed: string): string | undefined => {
  const value = typed.trim();
  if (kind === 'network') return bannableNetwork(value);
  if (kind === 'email') return EMAIL.test(value) ? value : undefined;
  const domain = domainEntry(value);
  if (domain === undefined || domain.includes('*')) return undefined;
  return URL.parse(`http://${domain}`)?.hostname;
};

/** The part of a value that may be stored for moderators to read: `j…@spam.example`, the domain, `192.0.2.…`. */
export const labelOf: Readonly<Record<ValueKind, (value: string) => string>> = {
  email: (value) => `${[...value][0]}…${value.slice(value.lastIndexOf('@')).toLowerCase()}`,
  domain: (value) => value,
  network: networkLabel,
};
