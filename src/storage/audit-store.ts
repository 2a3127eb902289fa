import type { Link, Trail, TrailEvent } from '../moderation/audit-chain.ts';
import type { Page } from './comment-store.ts';

/** An event as the stream tells of it, when it was written. Only storage knows what a trail's name says. */
export type WrittenEvent = TrailEvent & {
  readonly trail: string;
  /** The record's sequence number, as the stream writes it. */
  readonly record: string;
};

/** A trail's newest links, newest first. */
export type ReadLinks = { readonly readLinks: (trail: string, limit: number) => Promise<readonly Link[]> };
/** Adds a link; false when another has its number. */
export type AddLink = { readonly addLink: (trail: string, link: Link) => Promise<boolean> };
/** One article's trail, without its comments. */
export type ReadTrail = {
  readonly readTrail: (site: string, article: string) => Promise<Omit<Trail, 'comments'>>;
};
/** Every trail of the table, by reading all of it. */
export type ScanTrails = { readonly scanTrails: () => AsyncGenerator<Trail> };

/** One entry of an audit trail, as it is shown: of a comment (`article`, `comment`, `version`), or of the site (`subject`). */
export type AuditEntry = {
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly article?: string;
  readonly comment?: string;
  readonly version?: number;
  readonly subject?: string;
  readonly before?: string;
  readonly after?: string;
  readonly reason?: string;
  /** The version of the site's policy. */
  readonly policy?: number;
  /** One name for all that one request did. */
  readonly batch?: string;
};
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
/** `examined` events were looked at; `isPartial` when a day touched more articles than are looked at. */
export type ListAudit = {
  readonly listAudit: (
    question: AuditQuestion,
  ) => Promise<Page<AuditEntry> & { readonly examined: number; readonly isPartial: boolean }>;
};
