import { changedSettings } from '../../comment/policies/changed-settings.ts';
import type { PolicyDocument, SavedPolicy } from '../../comment/policies/policy-document.ts';
import type { Site } from '../../comment/site.ts';
import type { SiteEvent } from '../site-event.ts';
import type { Acting } from '../team-event.ts';

/** Settings that are named of one change. */
const NAMED_MAX = 20;

/** A site's settings and its policy's document, as they were saved or are to be. */
export type Settings = {
  readonly site: Omit<Site, 'policy'>;
  readonly document: PolicyDocument;
};

export const settingsOf = ({ policy: _, ...site }: Site, document: PolicyDocument): Settings => ({
  site,
  document,
});

type Change = {
  readonly before: Settings | undefined;
  readonly after: Settings;
  readonly note?: string | undefined;
  /** The version that is brought back. */
  readonly restored?: number;
};
type Context = Acting & {
  readonly action: 'create-site' | 'change-site' | 'change-policy' | 'roll-back-policy';
  readonly digestOf: (text: string) => string;
};

/** The records of a change: the document with its author, and an event that names the changed settings without their values. */
export const recordOf = (
  { before, after, note, restored }: Change,
  { action, by, now, event, digestOf }: Context,
): { readonly saved: SavedPolicy; readonly event: SiteEvent } => {
  const { site, document } = after;
  const changed = before ? changedIn(before, after) : [];
  const said = { site: site.id, at: now, by };
  const saved: SavedPolicy = {
    ...{ ...said, version: site.version, changed, document },
    ...(note ? { note } : {}),
    ...(restored === undefined ? {} : { restored }),
  };
  return {
    saved,
    event: {
      ...{ ...said, id: event, action, subject: changed.join(', ') || site.id },
      ...(before ? { before: String(before.site.version) } : {}),
      after: String(site.version),
      ...(restored === undefined ? {} : { reason: `version ${restored}` }),
      digest: digestOf(JSON.stringify(document)),
    },
  };
};

const changedIn = (before: Settings, after: Settings): readonly string[] =>
  [
    ...changedSettings(unversioned(before), unversioned(after)),
    ...changedSettings(before.document, after.document),
  ].slice(0, NAMED_MAX);

/** A site's settings besides its policy. */
const unversioned = ({ site: { id: _, version: __, ...settings } }: Settings) => settings;
