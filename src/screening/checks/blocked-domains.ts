import { type Lookup, onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { hostsOf } from '../hosts-of.ts';
import { compileGlobs, type Globs, globsIn } from '../text/globs.ts';

/** Stands where a part of a host begins, and where the host ends. */
const PART = '\u0001';
const END = '\n';

/** How hosts are looked for in a comment. */
export const domainLookup: Lookup<Globs> = {
  compile: (entries) => compileGlobs(entries.map(patternOf)),
  prepare: ({ draft, bans }) => {
    const fields = hostsOf(draft).map(({ field, hosts, perhaps }) => {
      const markedOf = (some: readonly string[]) =>
        some
          .filter((host) => !bans?.hostsAllowed.includes(host))
          .map(marked)
          .join('');
      return { field, certain: markedOf(hosts), doubtful: markedOf(perhaps) };
    });
    return (list) => {
      const found = fields.map(({ field, certain, doubtful }) => ({
        field,
        entries: globsIn(list, certain, END),
        doubtful: globsIn(list, doubtful, END),
      }));
      return (entry, nth) => {
        const isWhole = asciiOf(entry).includes('.');
        const field = found.find(
          ({ entries, doubtful }) => entries.has(nth) || (isWhole && doubtful.has(nth)),
        )?.field;
        return field === undefined ? undefined : { field, term: entry };
      };
    };
  },
};

/** A host the comment leads to or names, or its author's e-mail comes from, is on the policy's lists or under one that is. */
export const blockedDomains: Check<'blocked-domains'> = {
  name: 'blocked-domains',
  version: 5,
  run: onList('domains', domainLookup),
};

const marked = (host: string): string => `${PART}${host.replaceAll('.', `.${PART}`)}${END}`;

const patternOf = (entry: string): string => {
  const domain = asciiOf(entry);
  return /[^*.]/.test(domain) ? marked(domain).replace(/^\u0001\*+|\*+\n$/g, '*') : '';
};

/** An entry as hosts are spelled in ASCII. `*.example` means the same as `example`. */
const asciiOf = (entry: string): string => {
  const domain = entry
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, '');
  return /^[\x21-\x7e]*$/.test(domain) ? domain : (URL.parse(`http://${domain}`)?.hostname ?? '');
};
