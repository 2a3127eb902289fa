import { urgencyOf } from '../../../moderation/urgency.ts';
import type { QueuedComment, SearchedPage } from '../../comment-store.ts';
import type { QueueQuestion } from '../../queue-store.ts';
import type { Item } from '../attributes.ts';
import { itemToQueued } from '../codecs/comment-item.ts';
import type { Table } from '../table.ts';
import { keeps, queueQuery, spanOf } from './queue-query.ts';

/** Entries that are ranked together. */
const RANKED_MAX = 1_000;
/** A query stops at 1 MB. */
const MEGABYTES_MAX = 3;

/** Which entries are ranked, as of when, and how far a reader got in the ranking. */
type Ranking = {
  readonly at: number;
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
  /** Whether more entries follow behind `upTo`. */
  readonly isCut?: boolean;
  /** Urgency and id of the last one shown. */
  readonly shown?: readonly [urgency: number, id: string];
};

/**
 * The most urgent of up to 1,000 comments that have waited longest, then the rest of those, then the next 1,000. A page ranks them anew by
 * the time of the first one, so that what is decided meanwhile moves no other comment to another page.
 */
export const listUrgent = async (
  table: Table,
  question: QueueQuestion,
  now: number,
): Promise<SearchedPage<QueuedComment>> => {
  const ranking = rankingOf(question, now);
  const window = await readWindow(table, question, ranking, now);
  const left = window.entries
    .map(({ comment }) => ({ comment, rank: [urgencyOf(comment, ranking.at), comment.id] as const }))
    .filter(({ rank }) => ranking.shown === undefined || isBehind(rank, ranking.shown))
    .sort((one, other) => (isBehind(one.rank, other.rank) ? 1 : -1));
  const page = left.slice(0, question.limit);
  const next = nextOf(
    ranking,
    { end: window.end, last: left.length > page.length ? page.at(-1) : undefined },
    question,
  );
  return {
    items: page.map(({ comment }) => comment),
    examined: window.examined,
    isPartial: window.end !== undefined,
    ...(next ? { next: JSON.stringify(next) } : {}),
  };
};

type Stop = {
  /** The last entry that was ranked, where more follow behind it. */
  readonly end: string | undefined;
  /** The last one shown, where others of the ranking are left. */
  readonly last: { readonly rank: Rank } | undefined;
};

const nextOf = (ranking: Ranking, { end, last }: Stop, question: QueueQuestion): Ranking | undefined => {
  if (last) return { ...ranking, ...(end === undefined ? {} : { upTo: end, isCut: true }), shown: last.rank };
  return end === undefined ? undefined : { at: ranking.at, ...spanOf(question), after: end };
};

const rankingOf = ({ from, ...question }: QueueQuestion, now: number): Ranking =>
  from === undefined ? { at: now, ...spanOf(question) } : (JSON.parse(from) as Ranking);

type Rank = readonly [urgency: number, id: string];

const isBehind = ([urgency, id]: Rank, [other, otherId]: Rank): boolean =>
  urgency < other || (urgency === other && id > otherId);

/** Reads the entries to rank. `end` is the place where reading stopped, where there are more behind it. */
const readWindow = async (table: Table, question: QueueQuestion, ranking: Ranking, now: number) => {
  const { after, upTo, isCut } = ranking;
  const query = queueQuery(question, { after, upTo });
  const entries: { readonly comment: QueuedComment }[] = [];
  let [examined, start] = [0, undefined as Item | undefined];
  let megabytes = 0;
  const keep = keeps(table, question, now);
  do {
    const asked = RANKED_MAX - examined;
    const page = await table.query({ ...query, Limit: asked, ExclusiveStartKey: start });
    const { Items = [], ScannedCount = asked } = page;
    entries.push(...table.readable(Items.filter(keep), itemToQueued).map((comment) => ({ comment })));
    examined += ScannedCount;
    megabytes += 1;
    start = page.LastEvaluatedKey;
  } while (start && examined < RANKED_MAX && megabytes < MEGABYTES_MAX);
  return { entries, examined, end: start?.vs?.S ?? (isCut ? upTo : undefined) };
};
