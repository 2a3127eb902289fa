import { type AuditDigest, linkAfter, unsealedOf } from '../moderation/audit-chain.ts';
import type { AddLink, ReadLinks, WrittenEvent } from '../storage/audit-store.ts';
import type { Consumer, Failure } from './consumer.ts';

/** Newest links in which an event is looked for that comes again: a batch holds at most 100 records, and is brought again before the next. */
const LINKS_LOOKED_AT = 3;
const TRIES = 4;

export type SealDeps = {
  readonly store: ReadLinks & AddLink;
  readonly auditDigest: () => Promise<AuditDigest>;
};

/**
 * Seals new audit events into their trail's chain, so that none can be changed or taken away afterwards without a trace. A few events share
 * a link. One that is sealed twice, long after, does no harm.
 */
export const seal: Consumer<SealDeps, 'audit'> = {
  name: 'seal',
  kinds: ['audit'],
  follow: async (deps, events) => {
    const digest = await deps.auditDigest();
    const trails = [...Map.groupBy(events, ({ trail }) => trail)];
    const failed = await Promise.all(
      trails.map(async ([trail, ofOne]): Promise<readonly Failure[]> => {
        try {
          await sealEvents(deps.store, digest, trail, ofOne);
          return [];
        } catch (cause) {
          return ofOne.map(({ record }) => ({ record, cause }));
        }
      }),
    );
    return failed.flat();
  },
};

const sealEvents = async (
  store: SealDeps['store'],
  digest: AuditDigest,
  trail: string,
  events: readonly Pick<WrittenEvent, 'name' | 'text'>[],
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const links = await store.readLinks(trail, LINKS_LOOKED_AT);
    const fresh = unsealedOf(events, links);
    if (fresh.length === 0) return;
    if (await store.addLink(trail, linkAfter(trail, links[0], fresh, digest))) return;
  }
  throw new Error('Others kept sealing the same trail.');
};
