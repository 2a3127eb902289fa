import { firstIdAt } from '../../../comment/comment-id.ts';
import { DAY_MS, dayOf } from '../../../comment/time.ts';
import { type Item, toItem } from '../attributes.ts';
import { articlePartition, dayPartition, EVENT_PREFIX, siteTrail } from '../keys.ts';
import { readPage } from '../lists/pages.ts';
import { articleOfDay, eventOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** Events of one trail that are read at once. */
const PAGE = 25;
/** Articles of a day whose trails are read together. */
const ARTICLES_MAX = 300;

/** An event, or the end of some trails of a day with their number; and the place from which to go on behind it. */
export type Step = { readonly place: string; readonly item?: Item; readonly trails?: number };
type Span = {
  readonly site: string;
  /** The place to begin at; the end of the span where it is absent. */
  readonly from: string | undefined;
  /** Milliseconds since 1970, both included. */
  readonly since: number;
  readonly until: number;
};

/** One article's events, newest first. */
export async function* eventsOfArticle(table: Table, article: string, span: Span): AsyncGenerator<Step> {
  const { site, from = positionAt(span.until + 1), since } = span;
  const trail = events(articlePartition(site, article), positionAt(since), from);
  for await (const item of newest(table, [trail])) yield { place: item.sk?.S ?? '', item };
}

/**
 * A site's own events and those of all its articles, day by day, newest first: the table lists the articles that changed on each day. Of a
 * day with more than 300, the trails of 300 after those of the 300 before them.
 */
export async function* eventsOfSite(table: Table, { site, from, since, until }: Span): AsyncGenerator<Step> {
  const end = positionAt(until + 1);
  let { before, behind } = from === undefined ? { before: end, behind: '' } : readPlace(from);
  for (let day = dayBelow(before); day + DAY_MS > since; ) {
    const { articles, next } = await articlesOn(table, site, day, behind);
    const floor = positionAt(Math.max(day, since));
    const ofArticles = articles.map((one) => articlePartition(site, articleOfDay(one)));
    const partitions = behind === '' ? [siteTrail(site), ...ofArticles] : ofArticles;
    const trails = partitions.map((pk) => events(pk, floor, before));
    for await (const item of newest(table, trails))
      yield { place: placeOf({ before: item.sk?.S ?? '', behind }), item };

    const top = positionAt(Math.min(day + DAY_MS, until + 1));
    [before, behind, day] = next === undefined ? [floor, '', day - DAY_MS] : [top, next, day];
    yield { place: placeOf({ before, behind }), trails: trails.length };
  }
}

/** Before which position reading goes on, among those of a day's articles that stand behind one (its key; empty for all). */
type Place = { readonly before: string; readonly behind: string };

/** Positions have no tab. */
const placeOf = ({ before, behind }: Place): string => (behind === '' ? before : `${before}\t${behind}`);
const readPlace = (place: string): Place => {
  const [before = '', ...behind] = place.split('\t');
  return { before, behind: behind.join('\t') };
};

/** The start of the day of the newest event that can stand before a position. */
const dayBelow = (before: string): number => {
  const { at } = eventOf(before);
  return Math.floor((before === positionAt(at) ? at - 1 : at) / DAY_MS) * DAY_MS;
};

/**
 * The next keys of articles that changed on a day or on the one after it, on which an event of its last moments may be recorded; and the
 * last one of them, where there may be more.
 */
const articlesOn = async (table: Table, site: string, day: number, behind: string) => {
  const pages = await Promise.all(
    [day, day + DAY_MS].map((one) =>
      readPage(table, touchedOn(site, dayOf(one), behind), { limit: ARTICLES_MAX }),
    ),
  );
  const keys = pages.flatMap(({ items }) => items.map(({ sk }) => sk?.S ?? ''));
  // In the table's order, so that what one of the two lists still has stands behind all that is read now.
  const all = [...new Set(keys)].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const articles = all.slice(0, ARTICLES_MAX);
  const hasMore = all.length > ARTICLES_MAX || pages.some(({ next }) => next !== undefined);
  return { articles, next: hasMore ? articles.at(-1) : undefined };
};

const touchedOn = (site: string, day: string, behind: string) => ({
  KeyConditionExpression: behind === '' ? 'pk = :day' : 'pk = :day AND sk > :behind',
  ExpressionAttributeValues: toItem({
    ':day': dayPartition(site, day),
    ...(behind === '' ? {} : { ':behind': behind }),
  }),
});

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
  const before = query.ExpressionAttributeValues[':until']?.S;
  const keep = ({ sk }: Item) => sk?.S !== before;
  const { items, next } = await readPage(table, query, { limit: PAGE, from, keep });
  return { query, items: [...items], next };
};

/** A partition's events between two positions. */
const events = (pk: string, from: string, before: string) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
  ExpressionAttributeValues: toItem({ ':pk': pk, ':from': from, ':until': before }),
  ScanIndexForward: false,
});

/** The position of a moment's first event. */
const positionAt = (time: number): string => `${EVENT_PREFIX}${firstIdAt(time)}`;
