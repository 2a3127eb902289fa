import type { Draft } from '../../comment/comment.ts';
import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { findLinks, hostOf } from '../text/links.ts';
import { sieve } from '../text/trigrams.ts';
import { wildcard } from '../text/wildcard.ts';

/** A host the comment leads to, or its author's e-mail comes from, is on the policy's lists or under one that is. */
export const blockedDomains: Check = {
  name: 'blocked-domains',
  version: 1,
  look: onList('domains', ({ draft }) => {
    const domains = domainsOf(draft);
    const mayHold = sieve([...domains.keys()].join(' '));
    return (entry) => {
      const domain = asciiOf(entry);
      const field = domain.includes('*') ? fieldOf(domain, domains, mayHold) : domains.get(domain);
      return field && { field, term: entry };
    };
  }),
};

type Field = 'text' | 'url' | 'email';
type Domains = ReadonlyMap<string, Field>;

/** Every domain the draft's hosts are in, with the field that names it first. */
const domainsOf = (draft: Draft): Domains => {
  const addresses: readonly { readonly field: Field; readonly address: string }[] = [
    ...findLinks(draft.text).map(({ address }) => ({ field: 'text' as const, address })),
    { field: 'url', address: draft.url ?? '' },
    { field: 'email', address: draft.email?.split('@').at(-1) ?? '' },
  ];
  const domains = new Map<string, Field>();
  for (const { field, address } of addresses) {
    for (const domain of withParents(hostOf({ address }))) {
      if (!domains.has(domain)) domains.set(domain, field);
    }
  }
  return domains;
};

/** `a.b.example` is in `b.example` and in `example`. */
const withParents = (host: string | undefined): readonly string[] =>
  host?.split('.').map((_, from, labels) => labels.slice(from).join('.')) ?? [];

const fieldOf = (pattern: string, domains: Domains, mayHold: (piece: string) => boolean) => {
  if (!/[^*.]/.test(pattern) || !pattern.split('*').every(mayHold)) return undefined;
  const matches = wildcard(pattern);
  return [...domains].find(([domain]) => matches(domain))?.[1];
};

/** An entry as hosts are written; `*.example` says no more than `example`. */
const asciiOf = (entry: string): string => {
  const domain = entry
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, '');
  return /^[\x21-\x7e]*$/.test(domain) ? domain : (URL.parse(`http://${domain}`)?.hostname ?? '');
};
