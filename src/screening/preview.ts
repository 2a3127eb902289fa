import type { Comment } from '../comment/comment.ts';
import type { Blocklist } from '../comment/policy.ts';
import type { Lookup } from './blocklist.ts';
import { domainLookup } from './checks/blocked-domains.ts';
import { wordLookup } from './checks/blocked-words.ts';
import { networkText } from './text/networks.ts';
import { EDGE, patternOf } from './text/words.ts';

export type PreviewList = keyof Blocklist;

/** How an entry is read. */
export const readings = [
  ...(['word', 'phrase', 'prefix', 'suffix', 'inside', 'pattern', 'signs'] as const),
  ...(['domain', 'top-level', 'address', 'host', 'network'] as const),
] as const;
export type Reading = (typeof readings)[number];

/** How an entry is read, and what is compared: case, accents and disguises are folded in the text, too. */
export const readEntry = (
  list: PreviewList,
  entry: string,
): { readonly reading: Reading; readonly sought: string } => {
  if (list === 'words') return readWords(entry);
  if (list === 'networks') return readNetwork(entry);
  return { reading: list === 'domains' ? domainReading(entry) : emailReading(entry), sought: entry };
};

/** A network as the prefix it is: `192.0.2.*` and `192.0.2.7/24` as `192.0.2.0/24`. */
const readNetwork = (entry: string) => {
  const sought = networkText(entry) ?? entry;
  return { reading: sought.includes('/') ? ('network' as const) : ('address' as const), sought };
};

/** Whether comments can be held against it: of networks and e-mails only pseudonyms are kept, and none tells who wrote from where. */
export const isComparable = (list: PreviewList, reading: Reading): boolean =>
  list !== 'networks' && (list !== 'emails' || reading === 'address');

const readWords = (entry: string) => {
  const { pattern, hasSigns } = patternOf(entry);
  const sought = pattern.replaceAll(EDGE, hasSigns ? '' : ' ').trim();
  return { reading: hasSigns ? ('signs' as const) : wordReading(pattern), sought };
};

const wordReading = (pattern: string): Reading => {
  const inner = pattern.replace(/^[\u0001*]+|[\u0001*]+$/g, '');
  if (inner.includes('*')) return 'pattern';
  const [isOpenBefore, isOpenAfter] = [pattern.startsWith('*'), pattern.endsWith('*')];
  if (isOpenBefore) return isOpenAfter ? 'inside' : 'suffix';
  if (isOpenAfter) return 'prefix';
  return inner.includes(EDGE) ? 'phrase' : 'word';
};

const domainReading = (entry: string): Reading => {
  if (/^\*\.[^*.]+$/.test(entry)) return 'top-level';
  return entry.includes('*') ? 'pattern' : 'domain';
};

const emailReading = (entry: string): Reading => {
  if (!entry.includes('*')) return 'address';
  return /^\*@[^*]+$/.test(entry) ? 'host' : 'pattern';
};

type Looked = Pick<Comment, 'site' | 'article' | 'author' | 'url' | 'text' | 'language'>;
type Field = 'text' | 'author' | 'url';
export type Excerpt = { readonly before: string; readonly match: string; readonly after: string };
/** Where an entry matches a comment. */
export type EntryMatch = { readonly field: Field; readonly excerpt: Excerpt };

/** What is told of an entry before it is put on a list. */
export type EntryPreview = {
  readonly list: PreviewList;
  /** In the form in which the list keeps it. */
  readonly entry: string;
  readonly reading: Reading;
  readonly sought: string;
  /** How many comments could be compared: none with networks or a pattern of e-mails, of which only pseudonyms are kept. */
  readonly compared: number;
  /** Whether newer comments may not have been looked at. */
  readonly isPartial: boolean;
  readonly matches: readonly { readonly comment: Comment; readonly found: EntryMatch | undefined }[];
};

/** Looks for one entry as the checks do. The e-mail a comment came with is not kept, so nothing is found in it. */
export const matcherOf = (list: 'words' | 'domains', entry: string) => {
  const fieldOf = list === 'words' ? fieldFinder(wordLookup, entry) : fieldFinder(domainLookup, entry);
  return (comment: Looked): EntryMatch | undefined => {
    const field = fieldOf(comment);
    if (field === undefined) return undefined;
    const isIn = (part: string) =>
      fieldOf({ ...comment, author: '', url: undefined, text: part }) !== undefined;
    return { field, excerpt: excerptOf(comment[field] ?? '', isIn) };
  };
};

type Searched = Omit<Looked, 'url'> & { readonly url?: string | undefined };

const fieldFinder = <List>({ compile, prepare }: Lookup<List>, entry: string) => {
  const list = compile([entry]);
  return ({ url, ...draft }: Searched): Field | undefined =>
    prepare({ draft: { ...draft, ...(url === undefined ? {} : { url }) }, address: '' })(list)(entry, 0)
      ?.field as Field | undefined;
};

/** Characters around a match. */
const AROUND = 60;

/** The shortest run of a text's words that still matches, found by halving, and what stands around it. */
const excerptOf = (text: string, isIn: (part: string) => boolean): Excerpt => {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  const last = firstThat(words.length, (nth) => isIn(text.slice(0, words[nth]?.to)));
  const to = words[last]?.to ?? text.length;
  const first = last - firstThat(last + 1, (back) => isIn(text.slice(words[last - back]?.from, to)));
  const from = words[first]?.from ?? 0;
  const match = text.slice(from, to);
  // A disguise that needs all of the text around it cannot be cut out of it.
  if (!isIn(match)) return { before: '', match: '', after: whole(text.slice(0, 2 * AROUND)) };
  return {
    before: whole(text.slice(Math.max(0, from - AROUND), from)),
    match,
    after: whole(text.slice(to, to + AROUND)),
  };
};

/** The least number under `count` that holds, if all after it hold too; `count - 1` when none does. */
const firstThat = (count: number, holds: (nth: number) => boolean): number => {
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Without the halves of characters that were cut. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
