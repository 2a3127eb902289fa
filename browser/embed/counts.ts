import type { Reply } from '../../src/api/readers/count-comments.ts';
import { COUNTED_MAX } from '../../src/comment/limits.ts';
import { askFor, codeOf, languageOf } from './place.ts';
import { wordsFor } from './script-words.ts';

/** What is said of an article that is none, and of an address that is too long. */
const REFUSED = /^(?:invalid-fields|http-4(?:1[34]|31))$/;

/**
 * Fills every `<palabre-count site article>` of a page: one request for each site and hundred articles. What is known to be no article is
 * left out, or the others would be refused with it.
 */
export const fillCounts = async (base: string): Promise<void> => {
  const badges = [
    ...document.querySelectorAll<HTMLElement>(
      'palabre-count[article]:not([article=""],[article="."],[article=".."])',
    ),
  ];
  const bySite = Map.groupBy(badges, (badge) => badge.getAttribute('site') ?? '');
  await Promise.all(
    [...bySite].map(([site, all]) => fillSite(`${base}/v1/sites/${encodeURIComponent(site)}`, all)),
  );
};

const articleOf = (badge: HTMLElement): string => badge.getAttribute('article') ?? '';

const fillSite = async (site: string, badges: readonly HTMLElement[]): Promise<void> => {
  const articles = [...new Set(badges.map(articleOf))];
  for (let from = 0; from < articles.length; from += COUNTED_MAX) {
    const counts = await countsOf(site, articles.slice(from, from + COUNTED_MAX));
    for (const badge of badges) fill(badge, counts[articleOf(badge)]);
  }
};

/** Each half is asked for where they are refused together. */
const countsOf = async (site: string, articles: readonly string[]): Promise<Reply['counts']> => {
  try {
    const query = new URLSearchParams(articles.map((article) => ['article', article]));
    return (await askFor<Reply>(`${site}/counts?${query}`)).counts;
  } catch (error) {
    const half = articles.length >> 1;
    if (half === 0 || !REFUSED.test(codeOf(error))) return {};
    const halves = [articles.slice(0, half), articles.slice(half)];
    return Object.assign({}, ...(await Promise.all(halves.map((some) => countsOf(site, some)))));
  }
};

const fill = (badge: HTMLElement, count: number | undefined): void => {
  if (count === undefined) return;
  const language = languageOf(badge);
  badge.lang = language;
  badge.dir = 'ltr';
  badge.textContent = wordsFor(language).counted(count);
};
