import type { Policy } from '../policy.ts';

/** A wave of spam on a site or on one article: until it is over, comments of people who have not earned trust are held. */
export type Surge = {
  /** Absent when it is the whole site's. */
  readonly article?: string;
  /** When it began and when it is over unless more spam comes in, in milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
  /** The latest measurement: comments that came in within the policy's window, and how many of them are spam. */
  readonly comments: number;
  readonly spam: number;
};

/** A site's surges. Those that are over stay among them until their end is in the audit trail. */
export type SurgeState = {
  readonly surges: readonly Surge[];
  /** When an admin last ended them, in milliseconds since 1970: what came in before starts no other. */
  readonly relaxedAt?: number;
};

/** Surges of articles at once, beside that of the site, which begins before there are so many. */
export const ARTICLE_SURGES_MAX = 20;

export const isInForce = ({ until }: Pick<Surge, 'until'>, now: number): boolean => until > now;

/** Those that are in force, and those that are over. */
export const partedAt = (surges: readonly Surge[], now: number) => ({
  standing: surges.filter((surge) => isInForce(surge, now)),
  over: surges.filter((surge) => !isInForce(surge, now)),
});

/** The surges that hold comments; none when the policy switches surges off. */
export const surgesInForce = (
  surges: readonly Surge[],
  { sharePercent }: Policy['surge'],
  now: number,
): readonly Surge[] => (sharePercent === null ? [] : partedAt(surges, now).standing);

/** That which holds an article's comments: one of the whole site goes before its own. */
export const surgeOn = (surges: readonly Surge[], article: string): Surge | undefined =>
  surges.find((surge) => surge.article === undefined) ?? surges.find((surge) => surge.article === article);

/** 0 to 100, whole. */
export const sharePercentOf = ({ comments, spam }: Pick<Surge, 'comments' | 'spam'>): number =>
  comments === 0 ? 0 : Math.round((100 * spam) / comments);
