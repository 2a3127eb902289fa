import type { Comment } from '../comment/comment.ts';
import { fold } from './text/fold.ts';
import { findLinks, hostOf } from './text/links.ts';

type Searched = Pick<Comment, 'author' | 'url' | 'text'>;
/** Whether a comment is one of those looked for. */
export type Search = (comment: Searched) => boolean;

/** Comments that hold every word of a question, in the text or in the author's name; case and accents do not count. */
export const wordSearch = (question: string): Search => {
  const words = fold(question).split(/\s+/).filter(Boolean);
  return ({ author, text }) => {
    const folded = `${fold(author)}\n${fold(text)}`;
    return words.every((word) => folded.includes(word));
  };
};

/**
 * Comments that lead to an address, or to a host and what is under it, in the text or as their author's page.
 * @returns undefined for what is neither
 */
export const linkSearch = (link: string): Search | undefined => {
  const host = hostOf({ address: link });
  if (host === undefined) return undefined;
  const path = pathOf(link);
  return ({ url, text }) =>
    [...findLinks(text).map(({ address }) => address), ...(url === undefined ? [] : [url])].some((address) =>
      isUnder(address, { host, path }),
    );
};

const isUnder = (
  address: string,
  { host, path }: { readonly host: string; readonly path: string },
): boolean => {
  const found = hostOf({ address });
  const isOfHost = found !== undefined && (bare(found) === bare(host) || found.endsWith(`.${bare(host)}`));
  return isOfHost && isBelow(pathOf(address), path);
};

/** `/shop/1` and `/shop?page=2` are below `/shop`; `/shopping` is not. */
const isBelow = (path: string, upper: string): boolean =>
  path.startsWith(upper) && /^(?:[/?&]|$)/.test(path.slice(upper.length));

const bare = (host: string): string => host.replace(/^www\./, '');

/** The path and query of an address; '' for a host alone. */
const pathOf = (address: string): string => {
  const { pathname = '/', search = '' } =
    URL.parse(/^\w+:\/\//.test(address) ? address : `http://${address}`) ?? {};
  return `${pathname}${search}`.replace(/\/$/, '');
};
