import type { Comment } from '../../../comment/comment.ts';
import { DAY_MS, dayOf } from '../../../comment/time.ts';
import type { SearchedPage } from '../../comment-store.ts';
import type { SearchQuestion } from '../../moderation-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { dayPartition } from '../keys.ts';
import { articleOfDay } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { EXAMINED_MAX, readPage } from './pages.ts';
import { createdOn, DAYS_MAX } from './recent.ts';

/** Articles that are looked through for one page. */
const ARTICLES_MAX = 100;

/** How far a search got: a day, the last article that was looked through whole, and a position in the next one. */
type Place = {
  readonly day: string;
  /** As the day's items sort. */
  readonly done?: string | undefined;
  readonly from?: string | undefined;
};
type Search = { readonly now: number; readonly keep: (item: Item) => boolean };

/**
 * Looks through a site's last 30 days, from today back: each day by articles, each article's comments of that day newest first. A page costs
 * what it reads: at most 1,000 comments or so, of at most 100 articles.
 */
export const searchDays = async (
  table: Table,
  { site, limit, from }: Pick<SearchQuestion, 'site' | 'limit' | 'from'>,
  { now, keep }: Search,
): Promise<SearchedPage<Comment>> => {
  const found: Item[] = [];
  let place: Place | undefined = from === undefined ? { day: dayOf(now) } : (JSON.parse(from) as Place);
  let examined = 0;
  const isOver = () => found.length >= limit || examined >= EXAMINED_MAX;
  for (let looked = 0; place && looked < ARTICLES_MAX + DAYS_MAX && !isOver(); looked += 1) {
    const article: string | undefined = await nextArticle(table, site, place);
    if (article === undefined) {
      place = dayBefore(place, now);
      continue;
    }
    const query = createdOn(site, articleOfDay(article), Date.parse(place.day));
    const reading = { limit: limit - found.length, from: place.from, keep, isSparse: true };
    const page = await readPage(table, query, { ...reading, examinedMax: EXAMINED_MAX - examined });
    found.push(...page.items);
    examined += page.examined;
    place = page.next === undefined ? { day: place.day, done: article } : { ...place, from: page.next };
  }
  const items = table.readable(found, itemToComment);
  const isPartial = place !== undefined && found.length < limit;
  return { items, examined, isPartial, ...(place ? { next: JSON.stringify(place) } : {}) };
};

/** The sort key of the article to look through. */
const nextArticle = async (table: Table, site: string, { day, done }: Place) => {
  const { Items = [] } = await table.query({
    KeyConditionExpression: done === undefined ? 'pk = :day' : 'pk = :day AND sk > :done',
    ExpressionAttributeValues: toItem({ ':day': dayPartition(site, day), ':done': done }),
    Limit: 1,
  });
  return Items[0]?.sk?.S;
};

const dayBefore = ({ day }: Place, now: number): Place | undefined => {
  const before = Date.parse(day) - DAY_MS;
  return before > now - DAYS_MAX * DAY_MS ? { day: dayOf(before) } : undefined;
};
