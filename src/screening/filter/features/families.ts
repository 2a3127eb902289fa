import type { Reading } from '../reading/reading.ts';
import { type Address, isShortener, lettersIn } from '../reading/url-parts.ts';
import { pairsOf } from './flags/index.ts';

/** Features of one kind: `mass` is their weight all together, shared out by the root of their number. */
export type Family = {
  readonly name: string;
  readonly mass: number;
  /** Each feature counts `mass` by itself, however many there are. */
  readonly each?: true;
  /** What the family finds, given what the flags saw. */
  readonly names: (reading: Reading, seen: readonly string[]) => readonly string[];
};

/** Words of an author's name that are looked at, and words of an address's path. */
const NAME_WORDS = 12;
const PATH_WORDS = 8;

/** The families whose features have names; runs of letters inside words come on top, see `grams.ts`. */
export const families: readonly Family[] = [
  { name: 'text', mass: 1, names: ({ words }) => [...words, ...neighbours(words)] },
  { name: 'link', mass: 0.6, names: ({ links }) => links.flatMap(partsOf) },
  { name: 'author', mass: 0.6, names: authorNames },
  { name: 'flag', mass: 0.35, each: true, names: (_, seen) => seen },
  { name: 'flags', mass: 0.25, each: true, names: (_, seen) => pairsOf(seen) },
];

const neighbours = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, at) => `${words[at]} ${word}`);

const partsOf = (address: Address): readonly string[] => [
  `top ${address.top}`,
  `domain ${address.domain}`,
  ...(isShortener(address) ? ['shortener'] : []),
  ...lettersIn(address.host, NAME_WORDS).map((word) => `host ${word}`),
  ...lettersIn(address.path, PATH_WORDS).map((word) => `path ${word}`),
];

function authorNames({ author, site, input }: Reading): readonly string[] {
  const domain = input.email?.split('@').at(-1)?.toLowerCase();
  return [
    ...author.words.slice(0, NAME_WORDS).map((word) => `name ${word}`),
    ...(site ? partsOf(site) : []),
    ...(domain ? [`mail ${domain}`] : []),
  ];
}
