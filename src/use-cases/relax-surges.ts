import { partedAt, type Surge } from '../comment/abuse/surge.ts';
import { Refusal } from '../comment/refusal.ts';
import { eventsOfSurges } from '../moderation/surge-events.ts';
import type { ReadSurgeWatch, SaveSurgeWatch } from '../storage/surge-store.ts';

const TRIES = 4;

type Deps = {
  readonly store: ReadSurgeWatch & SaveSurgeWatch;
  readonly now: () => number;
  readonly newBatch: () => string;
};

/**
 * Ends all surges of a site before their time: what came in until now starts no other.
 * @param by the member's id
 * @returns those that were in force
 * @throws {Refusal} `changed-meanwhile`
 */
export const relaxSurges = async (
  { store, now, newBatch }: Deps,
  { site, by }: { readonly site: string; readonly by: string },
): Promise<readonly Surge[]> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const watch = await store.readSurgeWatch(site);
    const relaxedAt = now();
    const { standing, over } = partedAt(watch.state.surges, relaxedAt);
    if (standing.length === 0) return [];

    const context = { site, now: relaxedAt, newBatch };
    const events = [
      ...eventsOfSurges({ ended: over }, context),
      ...eventsOfSurges({ ended: standing }, { ...context, by }),
    ];

    const update = { state: { surges: [], relaxedAt }, events };
    const after = { window: watch.window, update, now: relaxedAt };
    if (await store.saveSurgeWatch(site, watch, after)) return standing;
  }
  throw new Refusal('changed-meanwhile', 'Others kept changing the surges at the same moment: try again.');
};
