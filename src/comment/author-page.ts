import type { Policy } from './policy.ts';
import { type AuthorRecord, isTrusted } from './trust.ts';

/**
 * What keeps the author's page from readers, or a moderator's word on it: `early` when too few of the author's comments
 * were approved at publication, `shown` and `hidden` by a moderator.
 */
export const pageStandings = ['early', 'shown', 'hidden'] as const;
export type PageStanding = (typeof pageStandings)[number];

/** Whether readers of a published comment see its author's page. Without a standing the rule let it be shown. */
export const isPageShown = (standing: PageStanding | undefined): boolean =>
  standing === undefined || standing === 'shown';

/** What the rule says of a page at the moment its comment is published, by what was approved of its author before. */
export const pageAtPublication = (
  author: AuthorRecord,
  { shownAfter }: Policy['authorPages'],
): PageStanding | undefined =>
  shownAfter === 0 || isTrusted(author, { approvedMin: shownAfter }) ? undefined : 'early';
