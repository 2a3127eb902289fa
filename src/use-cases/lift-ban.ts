import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import { siteEventOfBan } from '../moderation/site-event.ts';
import type { LiftBan } from '../storage/ban-store.ts';
import { type Pause, takeTurns } from './decisions/take-turns.ts';

type Context = {
  readonly site: Pick<Site, 'id'>;
  /** The member's id. */
  readonly by: string;
  readonly now: number;
  /** A ULID for the event. */
  readonly batch: string;
};

/** Lifts a ban, or takes somebody off the allow-list. @throws {Refusal} `ban-not-found`; `storage-unavailable` when others kept changing the list */
export const liftBan = async (
  deps: Pause & { readonly store: LiftBan },
  id: string,
  { site, by, now, batch }: Context,
): Promise<void> => {
  const event = { action: 'lift-ban', by, at: now, id: batch } as const;
  const { lifted } = await takeTurns(deps, () =>
    deps.store.liftBan(site.id, id, (ban) => siteEventOfBan(ban, event)),
  );
  if (!lifted) throw new Refusal('ban-not-found', 'There is no such ban (any more).');
};
