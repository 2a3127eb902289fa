import type { Kept } from './kept/storage.ts';
import { type Words, wordsFor } from './script-words.ts';

export type Order = 'oldest' | 'newest';

/** Which conversation an element shows, and how it speaks. */
export type Place = {
  /** The API's own address, without a slash at its end. */
  readonly base: string;
  readonly site: string;
  readonly article: string;
  readonly language: string;
  readonly words: Words;
  readonly order: Order;
  /** Tells the list of a page's second element, and of each further one, from the others; empty for the first. */
  readonly nth: string;
  /** Who wants no more comments, as far as is known: the page that shows them, or moderators for the article. */
  readonly closed?: 'page' | 'article' | undefined;
  readonly kept: Kept;
};

/** Whether two are about the same article. */
export const isSame = (one: Place, other: Place): boolean =>
  one.site === other.site && one.article === other.article;

/** What is known beside the attributes: the order that a reader chose, and the list that is shown. */
type Known = { readonly order: Order | undefined; readonly list: HTMLElement | null };

/** What an element's attributes say; its page's language counts where it states none. */
export const placeOf = (
  element: HTMLElement,
  { base, kept, order, list }: Pick<Place, 'base' | 'kept'> & Known,
): Place => {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const language = languageOf(element);
  const stated = attribute('order') === 'newest' ? 'newest' : 'oldest';
  return {
    base,
    site: attribute('site'),
    article: attribute('article'),
    language,
    words: wordsFor(language),
    order: order ?? stated,
    nth: nthOf(element),
    closed: list?.dataset.closed as Place['closed'],
    kept,
  };
};

const nthOf = (element: HTMLElement): string => {
  const at = [...document.querySelectorAll(element.localName)].indexOf(element);
  return at > 0 ? ` ${at + 1}` : '';
};

/** The tag of a language that the script speaks, as an element or what surrounds it states it; English for every other, and for what is no tag. */
export const languageOf = (element: Element): string => {
  const tag = element.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? '';
  return /^(?:fr|en)(?:-[a-z]{2})?$/i.test(tag) ? tag : /^fr(?![a-z])/i.test(tag) ? 'fr' : 'en';
};

/** An address of the site in the API, with the article and more in its query. */
export const addressOf = (
  { base, site, article }: Place,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string =>
  `${base}/v1/sites/${encodeURIComponent(site)}/${path}?${new URLSearchParams({ article, ...more })}`;

/** A page of the comments in the order they are shown. */
export const pageAddress = (place: Place, which: Readonly<Record<string, string>> = {}): string =>
  addressOf(place, 'comments', place.order === 'oldest' ? which : { order: place.order, ...which });

/** Ends a request after a time, where its answer hangs. */
export const within = (ms: number): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};

const PATIENCE_MS = 15_000;

/** Asks for JSON, without cookies. @throws {Error} whose message `codeOf` reads */
export const askFor = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address, {
    credentials: 'omit',
    headers: { accept: 'application/json' },
    signal: within(PATIENCE_MS),
  });
  if (answer.ok) return answer.json();
  const { code = `http-${answer.status}` } = await answer.json().catch(() => ({}));
  throw new Error(code);
};

/** The API's own code for what went wrong, `http-503` for an answer without one, `offline` or `unreachable` without any. */
export const codeOf = (error: unknown): string => {
  if (error instanceof Error && /^[a-z]+(-[a-z\d]+)+$/.test(error.message)) return error.message;
  return navigator.onLine ? 'unreachable' : 'offline';
};
