import type { Reply } from '../../src/api/readers/count-comments.ts';
import { askFor } from './place.ts';
import { wordsFor } from './script-words.ts';

/** Articles of one request. */
const ASKED_MAX = 100;

/** Fills every `<palabre-count site article>` of a page: one request for each site and hundred articles. */
export const fillCounts = async (base: string): Promise<void> => {
  const badges = [...document.querySelectorAll('palabre-count[article]')];
  const bySite = Map.groupBy(badges, (badge) => badge.getAttribute('site') ?? '');
  await Promise.all(
    [...bySite].map(([site, all]) => fillSite(`${base}/v1/sites/${encodeURIComponent(site)}`, all)),
  );
};

const articleOf = (badge: Element): string => badge.getAttribute('article') ?? '';

const fillSite = async (site: string, badges: readonly Element[]): Promise<void> => {
  const articles = [...new Set(badges.map(articleOf))];
  for (let from = 0; from < articles.length; from += ASKED_MAX) {
    const asked = articles.slice(from, from + ASKED_MAX).map((article) => ['article', article]);
    const answer = await askFor<Reply>(`${site}/counts?${new URLSearchParams(asked)}`).catch(() => undefined);
    for (const badge of badges) fill(badge, answer?.counts[articleOf(badge)]);
  }
};

const fill = (badge: Element, count: number | undefined): void => {
  if (count === undefined) return;
  const language = badge.closest('[lang]')?.getAttribute('lang') ?? 'en';
  badge.textContent = wordsFor(language).counted(count);
};
