import { unsealedOf } from '../moderation/audit-chain.ts';
import type { ReadTrail } from '../storage/audit-store.ts';
import { type SealDeps, seal } from './seal.ts';

/** As many as one batch of the stream holds. */
const LINK_EVENTS_MAX = 100;

type Deps = SealDeps & { readonly store: ReadTrail };
/** Without an article, the site's own trail. */
type Place = { readonly site: string; readonly article?: string };
type Run = {
  readonly dryRun: boolean;
  /** Milliseconds since 1970: what happened from then on is left to the stream. */
  readonly before?: number;
};

/**
 * Seals the events of one trail that the stream lost.
 * @returns how many events that were @throws the first reason when one cannot be sealed
 */
export const sealMissed = async (
  deps: Deps,
  { site, article }: Place,
  { dryRun, before = Number.POSITIVE_INFINITY }: Run,
): Promise<number> => {
  const { trail, events, links } = await deps.store.readTrail(site, article);
  const missed = unsealedOf(events, links).filter(({ entry }) => entry.at < before);
  for (let at = 0; at < missed.length && !dryRun; at += LINK_EVENTS_MAX) {
    const records = missed
      .slice(at, at + LINK_EVENTS_MAX)
      .map((event) => ({ kind: 'audit' as const, trail, record: '', ...event }));
    const [failure] = await seal.follow(deps, records);
    if (failure) throw failure.cause;
  }
  return missed.length;
};
