import { partedAt } from '../../comment/abuse/surge.ts';
import { eventsOfSurges } from '../../moderation/surge-events.ts';
import type { ListSites } from '../../storage/comment-store.ts';
import type { ReadSurgeWatch, SaveSurgeWatch } from '../../storage/surge-store.ts';

type Deps = {
  readonly store: ListSites & ReadSurgeWatch & SaveSurgeWatch;
  readonly newBatch: () => string;
};

/**
 * Writes the end of past surges into the audit trails of sites that got no comment since. Such surges no longer hold anything.
 * Sites that change meanwhile are left to the next run.
 */
export const endPastSurges = async ({ store, newBatch }: Deps, now: number): Promise<void> => {
  for (const { id: site } of await store.listSites()) {
    const watch = await store.readSurgeWatch(site);
    const { standing, over } = partedAt(watch.state.surges, now);
    if (over.length === 0) continue;

    const events = eventsOfSurges({ ended: over }, { site, now, newBatch });
    const update = { state: { ...watch.state, surges: standing }, events };
    await store.saveSurgeWatch(site, watch, { window: watch.window, update, now });
  }
};
