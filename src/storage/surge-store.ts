import type { Surge, SurgeState } from '../comment/abuse/surge.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { SurgeWindow } from '../screening/surge/surge-window.ts';

/** A site's surges, by a strongly consistent read, and the recent comments they are computed from. */
export type SurgeWatch = {
  readonly window: SurgeWindow;
  readonly state: SurgeState;
  /** Rises with every change; undefined before the first. */
  readonly version?: number;
};
export type ReadSurgeWatch = { readonly readSurgeWatch: (site: string) => Promise<SurgeWatch> };

/** A site's surges, cached as long as the site is; may include surges that are over. */
export type ReadSurges = { readonly readSurges: (site: string) => Promise<readonly Surge[]> };

/** The changed surges of a site, with their audit events. */
export type SurgeUpdate = { readonly state: SurgeState; readonly events: readonly SiteEvent[] };
/** Replaces what was read, in one transaction; false when somebody else changed it. Without an update the surges stay as they are. */
export type SaveSurgeWatch = {
  readonly saveSurgeWatch: (
    site: string,
    before: SurgeWatch,
    after: {
      readonly window: SurgeWindow;
      readonly update?: SurgeUpdate | undefined;
      readonly now: number;
    },
  ) => Promise<boolean>;
};
