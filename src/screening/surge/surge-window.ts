import type { CommentId } from '../../comment/comment.ts';
import { timeOf } from '../../comment/comment-id.ts';
import { SURGE_MEMORY } from '../../comment/policy.ts';
import { futureFrom } from '../../comment/time.ts';

/** A comment that came in, and whether it is spam. */
export type Arrival = {
  readonly id: CommentId;
  /** Hash of the article's id. Two articles of a site with the same hash share a surge. */
  readonly article: number;
  /** The comment's version that `isSpam` is of. */
  readonly version: number;
  readonly isSpam: boolean;
};
/** A site's newest comments, newest first, each once. */
export type SurgeWindow = readonly Arrival[];

/**
 * Adds new and changed comments to a window. The highest version of a comment wins, so repeated and reordered arrivals do no harm.
 * @returns at most SURGE_MEMORY comments, all younger than `spanMs`; an equal window when nothing changes
 */
export const withArrivals = (
  window: SurgeWindow,
  arrivals: readonly Arrival[],
  { now, spanMs }: { readonly now: number; readonly spanMs: number },
): SurgeWindow => {
  const byId = new Map(window.map((arrival) => [arrival.id, arrival]));
  for (const arrival of arrivals)
    if (arrival.version > (byId.get(arrival.id)?.version ?? 0)) byId.set(arrival.id, arrival);
  return [...byId.values()]
    .filter(({ id }) => timeOf(id) > now - spanMs && timeOf(id) < futureFrom(now))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, SURGE_MEMORY);
};

/** How many comments came in, how many of them are spam, and when the newest spam did; 0 without spam. */
export type Share = { readonly comments: number; readonly spam: number; readonly newestSpamAt: number };

export const shareOf = (arrivals: readonly Arrival[]): Share => {
  const spam = arrivals.filter(({ isSpam }) => isSpam);
  return {
    comments: arrivals.length,
    spam: spam.length,
    newestSpamAt: Math.max(0, ...spam.map(({ id }) => timeOf(id))),
  };
};

/**
 * The arrivals that count towards a surge of the whole site: all but those of the article with the most spam, so that one article
 * alone never holds up the others.
 */
export const besidesWorst = (arrivals: readonly Arrival[]): readonly Arrival[] => {
  const spam = new Map<number, number>();
  for (const { article, isSpam } of arrivals) if (isSpam) spam.set(article, (spam.get(article) ?? 0) + 1);
  const [worst] = [...spam].reduce<readonly [number | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  );
  return arrivals.filter(({ article }) => article !== worst);
};
