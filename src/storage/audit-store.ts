import type { Link, Trail, TrailEvent } from '../moderation/audit-chain.ts';

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
