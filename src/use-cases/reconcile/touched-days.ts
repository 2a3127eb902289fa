import type { Page } from '../../storage/comment-store.ts';
import type { ListTouched } from '../../storage/maintenance-store.ts';

/** Days of sites that are read at once: most are empty. */
const READ_AT_ONCE = 25;

/** A day (UTC, yyyy-mm-dd) of a site, with the articles that changed on it. */
export type TouchedDay = {
  readonly day: string;
  readonly site: string;
  readonly articles: readonly string[];
};

/** Days with the articles that changed on them, in order. Days on which nothing did are passed over, many in one round trip. */
export async function* touchedDays(
  store: ListTouched,
  sites: readonly string[],
  days: readonly string[],
): AsyncGenerator<TouchedDay> {
  const all = days.flatMap((day) => sites.map((site) => ({ day, site })));
  for (let at = 0; at < all.length; at += READ_AT_ONCE) {
    const asked = all.slice(at, at + READ_AT_ONCE);
    const found = await Promise.all(asked.map(({ site, day }) => listTouched(store, site, day)));
    for (const [nth, articles] of found.entries())
      if (articles.length > 0) yield { ...(asked[nth] as Omit<TouchedDay, 'articles'>), articles };
  }
}

const listTouched = async (store: ListTouched, site: string, day: string): Promise<readonly string[]> => {
  const articles: string[] = [];
  let from: string | undefined;
  do {
    const page: Page<string> = await store.listTouched(site, day, from);
    articles.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return articles;
};
