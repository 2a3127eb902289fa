import type { Link, Trail, TrailEvent } from '../moderation/audit-chain.ts';
import type { AuditEntry } from '../moderation/audit-entry.ts';
import type { DayCounts } from '../moderation/day-counts.ts';
import type { PolicyTrace } from '../moderation/policy/policy-trail.ts';
import type { SearchedPage } from './comment-store.ts';

/** An event and its contents. */
export type StoredEvent = TrailEvent & { readonly site: string; readonly entry: AuditEntry };
/** An event as the stream delivers it when it is written. Only storage can read a trail's name. */
export type WrittenEvent = StoredEvent & {
  readonly trail: string;
  /** The record's sequence number, as the stream writes it. */
  readonly record: string;
};

/** A trail's newest links, newest first. @param before the number of a link: only those before it */
export type ReadLinks = {
  readonly readLinks: (trail: string, limit: number, before?: number) => Promise<readonly Link[]>;
};
/** Adds a link, and its events to the counts of their days, in one transaction; false when a link of this number exists. */
export type AddLink = {
  readonly addLink: (trail: string, link: Link, counts: readonly DayCounts[]) => Promise<boolean>;
};
/** The counts of the days from one to another (yyyy-mm-dd, UTC), oldest first; days without events are left out. */
export type ReadDayCounts = {
  readonly readDayCounts: (site: string, from: string, until: string) => Promise<readonly DayCounts[]>;
};
/** One article's trail, without its comments; a site's own where no article is named. */
export type ReadTrail = {
  readonly readTrail: (
    site: string,
    article: string | undefined,
  ) => Promise<{
    readonly trail: string;
    readonly events: readonly StoredEvent[];
    readonly links: readonly Link[];
  }>;
};
/** A partition's trail, and the traces of policies in it. */
export type ScannedTrail = Trail & { readonly policies: readonly PolicyTrace[] };
/** Every trail of the table, by reading all of it. */
export type ScanTrails = { readonly scanTrails: () => AsyncGenerator<ScannedTrail> };

export type AuditQuestion = {
  readonly site: string;
  readonly article?: string;
  readonly comment?: string;
  readonly by?: string;
  readonly action?: string;
  /** Milliseconds since 1970, both included. */
  readonly since?: number;
  readonly until?: number;
  readonly limit: number;
  readonly from?: string;
};
/** Newest first; of a day on which more than 300 articles changed, 300 articles after the other. */
export type ListAudit = {
  readonly listAudit: (question: AuditQuestion) => Promise<SearchedPage<AuditEntry>>;
};
