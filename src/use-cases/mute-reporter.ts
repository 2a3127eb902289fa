import type { Site } from '../comment/site.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { MuteReporter } from '../storage/report-store.ts';

type Asked = {
  /** Their pseudonym. */
  readonly reporter: string;
  readonly muted: boolean;
};
type Context = {
  readonly site: Pick<Site, 'id'>;
  /** The member's id. */
  readonly by: string;
  readonly now: number;
  /** A ULID for the event. */
  readonly batch: string;
};

/** Makes a reporter's future reports count nothing, or count again; nothing happens where they do already. Earlier reports keep their weight. */
export const muteReporter = (
  { store }: { readonly store: MuteReporter },
  { reporter, muted }: Asked,
  { site, by, now, batch }: Context,
): Promise<void> => {
  const [before, after] = muted ? ['heard', 'muted'] : ['muted', 'heard'];
  const event: SiteEvent = {
    ...{ id: batch, site: site.id, at: now, by },
    ...{ action: 'mute-reporter', subject: reporter, before, after },
  };
  return store.muteReporter(reporter, muted, event);
};
