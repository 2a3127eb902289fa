import { articlesOfForm } from '../../api/fields/article-of-form.ts';
import { canonicalId } from '../../api/fields/canonical-id.ts';
import { commentsPagePath } from '../../comment/addresses.ts';
import { Refusal } from '../../comment/refusal.ts';
import { pageOnSite } from '../article-origin.ts';
import type { Arrived } from '../chain.ts';
import type { Located } from '../middleware/locate.ts';

type Known = Arrived & Partial<Located>;
type Typed = ReadonlyMap<string, string>;

/** The article that a refused request names, in its form or its query; undefined where it names none that can be one. */
export const namedArticle = ({ event }: Known, typed: Typed = new Map()): string | undefined => {
  const [named] = articlesOfForm(typed, new URLSearchParams(event.rawQueryString).getAll('article'));
  return named && canonicalId(named);
};

/** Where the reader of a refused request goes back to: the page that it names, if that is on the site, and our own page of its article's comments. */
export const waysBack = (known: Known, error: unknown, typed: Typed = new Map()) => {
  const { event, site, language } = known;
  if (!site) return {};
  const page = new URLSearchParams(event.rawQueryString).get('page') ?? undefined;
  const named = [typed.get('link'), typed.get('redirect_to'), typed.get('page'), page];
  const article = isWrong(error) ? undefined : namedArticle(known, typed);
  return {
    articleLink: named.map((link) => pageOnSite(site, link)).find((link) => link !== undefined),
    comments: article === undefined ? undefined : commentsPagePath(site.id, { article, lang: language }),
  };
};

/** Whether the very article was refused. */
const isWrong = (error: unknown): boolean =>
  error instanceof Refusal && error.fields.some(({ field }) => field === 'article');
