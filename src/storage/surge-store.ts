import type { Surge, SurgeState } from '../comment/abuse/surge.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { SurgeWindow } from '../screening/surge/surge-window.ts';

/** A site's surges as they are at this moment, and the comments that they are told from. */
export type SurgeWatch = {
  readonly window: SurgeWindow;
  readonly state: SurgeState;
  /** Rises with every change; undefined before the first. */
  readonly version?: number;
};
export type ReadSurgeWatch = { readonly readSurgeWatch: (site: string) => Promise<SurgeWatch> };

/** A site's surges, as old as the site may be remembered; those that are over may be among them. */
export type ReadSurges = { readonly readSurges: (site: string) => Promise<readonly Surge[]> };

/** What changes of a site's surges, and the events that say so. */
export type SurgeUpdate = { readonly state: SurgeState; readonly events: readonly SiteEvent[] };
/** Writes over what was read, all or nothing; whether nobody else had changed it. Without an update the surges are left as they are. */
export type SaveSurgeWatch = {
  readonly saveSurgeWatch: (
    site: string,
    before: SurgeWatch,
    after: { readonly window: SurgeWindow; readonly update?: SurgeUpdate | undefined },
  ) => Promise<boolean>;
};
