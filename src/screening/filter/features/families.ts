import { seedOf } from '../../text/hash.ts';
import type { Reading } from '../reading/reading.ts';
import { isShortener, lettersIn, type UrlParts } from '../reading/url-parts.ts';
import { pairsOf } from './flags/index.ts';
import { isOrganisation } from './organisation.ts';

/** A kind of named features. `mass` is the weight of all its features in a comment together, shared out by the root of their number. */
type NamedFamily = {
  readonly name: string;
  readonly mass: number;
  /** Each feature weighs `mass` by itself, however many there are. */
  readonly each?: true;
  /** The features of a comment, given its flags. */
  readonly names: (reading: Reading, flags: readonly string[]) => readonly string[];
};

/** A family with the state its hashes start from. */
export type Family = NamedFamily & { readonly seed: number };

/** Most words used of an author's name or a host, and of an address's path. */
const NAME_WORDS_MAX = 12;
const PATH_WORDS_MAX = 8;

const named: readonly NamedFamily[] = [
  { name: 'text', mass: 1, names: ({ words }) => [...words, ...bigramsOf(words)] },
  { name: 'link', mass: 0.6, names: ({ links }) => links.flatMap(partsOf) },
  { name: 'author', mass: 0.6, names: authorNames },
  { name: 'flag', mass: 0.35, each: true, names: (_, flags) => flags },
  { name: 'flags', mass: 0.25, each: true, names: (_, flags) => pairsOf(flags) },
];

/** The families whose features have names. Character n-grams have families of their own, see `gramFamilies`. */
export const families: readonly Family[] = named.map((family) => ({ ...family, seed: seedOf(family.name) }));

/**
 * Character n-grams of up to `longest` letters: of the text's words, of the author's name, and of the host of the author's page, whose
 * name mostly joins several words into one.
 */
export const gramFamilies = {
  text: {
    ...{ name: 'gram', seed: seedOf('gram'), longest: 5 },
    mass: () => 1,
    words: ({ words }: Reading) => words,
  },
  author: {
    ...{ name: 'author-gram', seed: seedOf('author-gram'), longest: 4 },
    mass: (reading: Reading) => (isOrganisation(reading) ? 0.15 : 0.4),
    words: ({ author }: Reading) => author.words,
  },
  site: {
    ...{ name: 'site-gram', seed: seedOf('site-gram'), longest: 5 },
    mass: () => 0.4,
    words: ({ site }: Reading) => (site ? lettersIn(site.host, NAME_WORDS_MAX) : []),
  },
} as const;

/** Words of an author's name count in this family as well, since what is a keyword in a text is one in a name. */
export const TEXT_SEED = seedOf('text');

const bigramsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, at) => `${words[at]} ${word}`);

const partsOf = (address: UrlParts): readonly string[] => [
  `top ${address.top}`,
  `domain ${address.domain}`,
  ...(isShortener(address) ? ['shortener'] : []),
  ...lettersIn(address.host, NAME_WORDS_MAX).map((word) => `host ${word}`),
  ...lettersIn(address.path, PATH_WORDS_MAX).map((word) => `path ${word}`),
];

function authorNames({ author, site, input }: Reading): readonly string[] {
  const domain = input.email?.split('@').at(-1)?.toLowerCase();
  return [
    ...author.words.slice(0, NAME_WORDS_MAX).map((word) => `name ${word}`),
    ...(site ? partsOf(site) : []),
    ...(domain ? [`mail ${domain}`] : []),
  ];
}
