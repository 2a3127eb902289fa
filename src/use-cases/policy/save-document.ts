import { changedSettings } from '../../comment/policies/changed-settings.ts';
import { type PolicyDocument, partsOf, type SavedPolicy } from '../../comment/policies/policy-document.ts';
import { type OtherState, Refusal } from '../../comment/refusal.ts';
import type { Language, Site } from '../../comment/site.ts';
import { recordOf, settingsOf } from '../../moderation/policy/policy-change.ts';
import type { Acting } from '../../moderation/team-event.ts';
import type { Model } from '../../screening/filter/model/model.ts';
import type { MonotonicNow } from '../../screening/screen.ts';
import type { ReadSite, SaveSite } from '../../storage/comment-store.ts';
import type { ReadPolicyVersion } from '../../storage/policy-store.ts';
import type { ReadMember } from '../../storage/team-store.ts';
import { checkFixtures } from './check-fixtures.ts';
import { currentDocument } from './documents.ts';

export type PolicyApp = {
  readonly store: ReadSite & SaveSite & ReadPolicyVersion & ReadMember;
  readonly model: Model;
  readonly monotonicNow: MonotonicNow;
  readonly digestOf: (text: string) => string;
};

export type DocumentChange = {
  readonly document: PolicyDocument;
  readonly note?: string | undefined;
  /** The version that was looked at; any when absent. */
  readonly version?: number | undefined;
  /** The version that is brought back. */
  readonly restored?: number;
};
/** Who changes it, and the language that they are answered in. */
export type Author = Acting & { readonly language: Language };

/**
 * Saves a policy as the site's next version, once its fixtures have come out as they expect.
 * @throws {Refusal} `changed-meanwhile` with what differs now, `invalid-fields` with a line for each fixture that failed
 */
export const saveDocument = async (
  app: PolicyApp,
  site: Site,
  { document, note, version = site.version, restored }: DocumentChange,
  { language, ...acting }: Author,
): Promise<SavedPolicy> => {
  if (version !== site.version) throw await changedMeanwhile(app, site, version);
  const before = await currentDocument(app.store, site);

  checkFixtures(document, site, { ...app, now: acting.now, language });
  const next = { ...site, policy: partsOf(document).policy, version: site.version + 1 };
  const action = restored === undefined ? 'change-policy' : 'roll-back-policy';
  const record = recordOf(
    {
      ...{ before: settingsOf(site, before), after: settingsOf(next, document), note },
      ...(restored === undefined ? {} : { restored }),
    },
    { ...acting, action, digestOf: app.digestOf },
  );

  try {
    await app.store.saveSite(next, site.version, record);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error;
    throw await changedMeanwhile(app, (await app.store.readSite(site.id)) ?? site, site.version);
  }
  return record.saved;
};

/** A conflict names who saved first, and what differs from the version that was read. */
const changedMeanwhile = async ({ store }: PolicyApp, site: Site, looked: number): Promise<Refusal> => {
  const [now, then] = await Promise.all([
    store.readPolicyVersion(site.id, site.version),
    store.readPolicyVersion(site.id, looked),
  ]);
  const member = now && (await store.readMember(site.id, now.by));
  const current: OtherState = {
    version: site.version,
    ...(now && { savedBy: now.by, name: member?.name ?? null, savedAt: new Date(now.at).toISOString() }),
    ...(now && then && { changed: changedSettings(then.document, now.document) }),
  };
  return new Refusal('changed-meanwhile', `The policy is now at version ${site.version}.`, { current });
};
