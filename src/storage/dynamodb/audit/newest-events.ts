import { firstIdAt } from '../../../comment/comment-id.ts';
import { DAY_MS, dayOf } from '../../../comment/time.ts';
import { type Item, toItem } from '../attributes.ts';
import { articlePartition, EVENT_PREFIX, siteTrail } from '../keys.ts';
import { readPage } from '../lists/pages.ts';
import { createTouched } from '../lists/recent.ts';
import { eventOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** Events of one trail that are read at once. */
const PAGE = 25;
/** Most articles of a day that are looked at, in the order of their names. */
const ARTICLES_MAX = 300;

/** An event, or the end of a day with the number of trails looked at; and the place from which to go on behind it. */
export type Step = {
  readonly place: string;
  readonly item?: Item;
  readonly trails?: number;
  readonly isPartial?: boolean;
};
type Span = {
  readonly site: string;
  /** Events before this place, newest first. */
  readonly before: string;
  /** Milliseconds since 1970. */
  readonly since: number;
};

/** The key position directly behind all events of a moment. */
export const placeAfter = (time: number): string => placeOf(time + 1);

/** One article's events. */
export async function* eventsOfArticle(table: Table, article: string, span: Span): AsyncGenerator<Step> {
  const trail = events(articlePartition(span.site, article), placeOf(span.since), span.before);
  for await (const item of newest(table, [trail])) yield { place: item.sk?.S ?? '', item };
}

/** A site's own events and those of all its articles, day by day: the table lists the articles that changed on each day. */
export async function* eventsOfSite(table: Table, { site, before, since }: Span): AsyncGenerator<Step> {
  let later: readonly string[] = [];
  let top = before;
  for (let day = dayStartOf(eventOf(before).at); day + DAY_MS > since; day -= DAY_MS) {
    const { articles, isPartial } = await articlesOn(table, site, day);
    const floor = placeOf(Math.max(day, since));
    // An event of a day's last moments may be recorded on the next day.
    const partitions = [...new Set([...later, ...articles])].map((one) => articlePartition(site, one));
    const trails = [siteTrail(site), ...partitions].map((pk) => events(pk, floor, top));
    for await (const item of newest(table, trails)) yield { place: item.sk?.S ?? '', item, isPartial };
    yield { place: floor, trails: trails.length, isPartial };
    [top, later] = [floor, articles];
  }
}

/** Merges several lists, newest first, and reads on in each when it runs out. */
async function* newest(table: Table, queries: readonly Query[]): AsyncGenerator<Item> {
  const lists = await Promise.all(queries.map((query) => readOn(table, { query, items: [] })));
  for (;;) {
    const first = lists.reduce<List | undefined>(
      (best, list) => (nameOf(list) > (best ? nameOf(best) : '') ? list : best),
      undefined,
    );
    const item = first?.items.shift();
    if (!first || !item) return;
    yield item;
    if (first.items.length === 0 && first.next !== undefined)
      Object.assign(first, await readOn(table, first));
  }
}

type Query = ReturnType<typeof events>;
type List = { readonly query: Query; items: Item[]; next?: string | undefined };

const nameOf = ({ items }: List): string => items[0]?.sk?.S ?? '';

const readOn = async (table: Table, { query, next: from }: List): Promise<List> => {
  const before = query.ExpressionAttributeValues[':before']?.S;
  const keep = ({ sk }: Item) => sk?.S !== before;
  const { items, next } = await readPage(table, query, { limit: PAGE, from, keep });
  return { query, items: [...items], next };
};

/** A partition's events between two positions. */
const events = (pk: string, from: string, before: string) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :before',
  ExpressionAttributeValues: toItem({ ':pk': pk, ':from': from, ':before': before }),
  ScanIndexForward: false,
});

const articlesOn = async (table: Table, site: string, day: number) => {
  const { listTouched } = createTouched(table);
  const articles: string[] = [];
  let from: string | undefined;
  do {
    const page = await listTouched(site, dayOf(day), from);
    articles.push(...page.items);
    from = page.next;
  } while (from !== undefined && articles.length < ARTICLES_MAX);
  return { articles, isPartial: from !== undefined };
};

const placeOf = (time: number): string => `${EVENT_PREFIX}${firstIdAt(time)}`;
const dayStartOf = (time: number): number => Math.floor(time / DAY_MS) * DAY_MS;
