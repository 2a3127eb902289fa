import { type AuditDigest, type Link, linkAfter, unsealedOf } from '../moderation/audit-chain.ts';
import { dayCountsOf } from '../moderation/day-counts.ts';
import type { AddLink, ReadLinks, WrittenEvent } from '../storage/audit-store.ts';
import type { Consumer, Failure } from './consumer.ts';

/** Newest links in which an event is looked for that comes again: a batch holds at most 100 records, and is brought again before the next. */
const LINKS_LOOKED_AT = 5;
/** Links that are read at once beyond those. */
const LINKS_BEFORE = 50;
const TRIES = 4;

export type SealDeps = {
  readonly store: ReadLinks & AddLink;
  readonly auditDigest: () => Promise<AuditDigest>;
};

/**
 * Seals new audit events into their trail's chain, so that none can be changed or taken away afterwards without a trace, and counts them on
 * their days: an event is counted once, when it is sealed. Events that come together share a link.
 */
export const seal: Consumer<SealDeps, 'audit'> = {
  name: 'seal',
  kinds: ['audit'],
  follow: async (deps, events) => {
    const digest = await deps.auditDigest();
    const sites = [...Map.groupBy(events, ({ site }) => site).values()];
    const failed = await Promise.all(sites.map((ofOne) => sealSite(deps.store, digest, ofOne)));
    return failed.flat();
  },
};

/** One trail after the other, since all of them add to the same days. */
const sealSite = async (
  store: SealDeps['store'],
  digest: AuditDigest,
  events: readonly WrittenEvent[],
): Promise<readonly Failure[]> => {
  const failed: Failure[] = [];
  for (const [trail, ofOne] of Map.groupBy(events, (event) => event.trail))
    try {
      await sealEvents(store, digest, trail, ofOne);
    } catch (cause) {
      failed.push(...ofOne.map(({ record }) => ({ record, cause })));
    }
  return failed;
};

const sealEvents = async (
  store: SealDeps['store'],
  digest: AuditDigest,
  trail: string,
  events: readonly WrittenEvent[],
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const links = await linksAround(store, trail, events);
    const fresh = unsealedOf(events, links);
    if (fresh.length === 0) return;
    const counts = dayCountsOf(
      fresh[0]?.site ?? '',
      fresh.map(({ entry }) => entry),
    );
    if (await store.addLink(trail, linkAfter(trail, links[0], fresh, digest), counts)) return;
  }
  throw new Error('Others kept sealing the same trail.');
};

/**
 * A trail's newest links, and those before them where an event is older than all that they seal: a recount may have sealed it, while the
 * stream was late. Names of events begin with their time.
 */
const linksAround = async (
  store: ReadLinks,
  trail: string,
  events: readonly WrittenEvent[],
): Promise<readonly Link[]> => {
  const links = [...(await store.readLinks(trail, LINKS_LOOKED_AT))];
  const first = firstOf(events);
  for (let read = links; first < firstOf(read.flatMap((link) => link.events)); ) {
    const last = links.at(-1)?.number ?? 1;
    read = last === 1 ? [] : [...(await store.readLinks(trail, LINKS_BEFORE, last))];
    links.push(...read);
  }
  return links;
};

/** Nothing is before the first of none. */
const firstOf = (events: readonly { readonly name: string }[]): string =>
  events.reduce((first, { name }) => (first === '' || name < first ? name : first), '');
