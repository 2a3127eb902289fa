import type { Language } from '../../src/comment/site.ts';
import type { Html } from '../../src/pages/html.ts';
import type { Conversation } from './article-page.ts';
import type { DemoArticle } from './articles/article.ts';

const PATIENCE_MS = 3000;
/** Bypasses the cache, so that an author sees their new comment, and compression, which a local call does not need. */
const PAST_THE_CACHE = { 'cache-control': 'no-store', 'accept-encoding': 'identity' };

/**
 * Asks the API for an article's comments and a form token, as a publisher's own server would; what cannot be had is absent.
 * @param url the site's address in the API.
 * @param query of the page, of which `cursor` and `around` go to the comments.
 */
export const readConversation = async (
  url: string,
  { slug, language, link }: Pick<DemoArticle, 'slug' | 'language'> & { readonly link: string },
  query: URLSearchParams,
): Promise<Conversation> => {
  const article = new URLSearchParams({ article: slug });
  const first = new URLSearchParams([...article, ['page', link]]);
  const handedOn = [...query].filter(([name]) => name === 'cursor' || name === 'around');
  const wanted = new URLSearchParams([...first, ...handedOn]);
  const [comments, form] = await Promise.all([
    ask(`${url}/comments.html?${wanted}`, language, `${url}/comments.html?${first}`),
    ask(`${url}/form?${article}`, language),
  ]);
  const { formToken, mode } = JSON.parse(form ?? '{}') as { formToken?: string; mode?: string };
  return {
    ...(comments === undefined ? {} : { comments: asMarkup(comments) }),
    ...(formToken === undefined ? {} : { formToken }),
    isClosed: mode === 'closed',
  };
};

/** @param instead of an address that is refused: a page of comments that there is no more */
const ask = async (url: string, language: Language, instead?: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(url, {
      headers: { 'accept-language': language, ...PAST_THE_CACHE },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 400 && instead !== undefined) return await ask(instead, language);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
};

const asMarkup = (markup: string): Html => ({ markup, toString: () => markup });
