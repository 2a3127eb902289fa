import type { Draft } from '../../comment/comment.ts';
import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { findLinks, hostOf } from '../text/links.ts';
import { trigramFilter } from '../text/trigrams.ts';
import { wildcard } from '../text/wildcard.ts';

/** The host of a link, of the author's page or of their e-mail address is on the policy's lists, or a subdomain of one that is. */
export const blockedDomains: Check<'blocked-domains'> = {
  name: 'blocked-domains',
  version: 1,
  run: onList('domains', ({ draft }) => {
    const domains = domainsOf(draft);
    const mayContain = trigramFilter([...domains.keys()].join(' '));
    return (entry) => {
      const domain = asciiOf(entry);
      const field = domain.includes('*') ? fieldOf(domain, domains, mayContain) : domains.get(domain);
      return field && { field, term: entry };
    };
  }),
};

type Field = 'text' | 'url' | 'email';
type Domains = ReadonlyMap<string, Field>;

/** The draft's hosts and all their parent domains, each with the first field that names it. */
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

/** `a.b.example` with its parents `b.example` and `example`. */
const withParents = (host: string | undefined): readonly string[] =>
  host?.split('.').map((_, from, labels) => labels.slice(from).join('.')) ?? [];

const fieldOf = (pattern: string, domains: Domains, mayContain: (piece: string) => boolean) => {
  if (!/[^*.]/.test(pattern) || !pattern.split('*').every(mayContain)) return undefined;
  const matches = wildcard(pattern);
  return [...domains].find(([domain]) => matches(domain))?.[1];
};

/** An entry as hosts are spelled in ASCII. `*.example` means the same as `example`. */
const asciiOf = (entry: string): string => {
  const domain = entry
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, '');
  return /^[\x21-\x7e]*$/.test(domain) ? domain : (URL.parse(`http://${domain}`)?.hostname ?? '');
};
