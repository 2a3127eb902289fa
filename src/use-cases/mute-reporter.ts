import type { Site } from '../comment/site.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { MuteReporter } from '../storage/report-store.ts';
import type { Digests } from '../submission/identify.ts';

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
  readonly digests: Pick<Digests, 'fingerprint'>;
};

/**
 * Makes a reporter's future reports count nothing, or count again; nothing happens where they do already. Earlier reports keep their weight. The
 * audit trail, which outlives what is kept of authors and networks, gets a name of the reporter that stands nowhere else.
 */
export const muteReporter = (
  { store }: { readonly store: MuteReporter },
  { reporter, muted }: Asked,
  { site, by, now, batch, digests }: Context,
): Promise<void> => {
  const subject = digests.fingerprint('muted reporter', site.id, reporter);
  const [before, after] = muted ? ['heard', 'muted'] : ['muted', 'heard'];
  const event: SiteEvent = {
    ...{ id: batch, site: site.id, at: now, by },
    ...{ action: 'mute-reporter', subject, before, after },
  };
  return store.muteReporter(reporter, muted, event);
};
