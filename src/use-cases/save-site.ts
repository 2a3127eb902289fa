import { partsOf } from '../comment/policies/policy-document.ts';
import { defaultPolicy } from '../comment/policy.ts';
import type { Site } from '../comment/site.ts';
import { recordOf, settingsOf } from '../moderation/policy/policy-change.ts';
import type { Acting } from '../moderation/team-event.ts';
import type { ReadSite, SaveSite } from '../storage/comment-store.ts';
import type { ReadPolicyVersion } from '../storage/policy-store.ts';
import { currentDocument } from './policy/documents.ts';

/** What an operator says of a site. Its policy and its version are no part of that. */
export type SiteSettings = Pick<Site, 'id' | 'name' | 'language' | 'origins' | 'timeZone'>;
type App = {
  readonly store: ReadSite & SaveSite & ReadPolicyVersion;
  readonly digestOf: (text: string) => string;
};

/**
 * Creates a site with the default policy, or brings an existing one's name, language, origins and, where one is given, time zone up to date.
 * @throws {Refusal} `changed-meanwhile` when another change came first.
 */
export const saveSite = async (
  { store, digestOf }: App,
  settings: SiteSettings,
  acting: Acting,
): Promise<'created' | 'updated' | 'unchanged'> => {
  const site = await store.readSite(settings.id);
  if (site && isSame(site, { ...site, ...settings })) return 'unchanged';

  const document = site ? await currentDocument(store, site) : defaultPolicy;
  const next = { ...site, ...settings, policy: partsOf(document).policy, version: (site?.version ?? 0) + 1 };
  const action = site ? 'change-site' : 'create-site';
  const record = recordOf(
    { before: site && settingsOf(site, document), after: settingsOf(next, document) },
    { ...acting, action, digestOf },
  );
  await store.saveSite(next, next.version - 1, record);
  return site ? 'updated' : 'created';
};

const isSame = (one: SiteSettings, other: SiteSettings): boolean =>
  one.name === other.name &&
  one.language === other.language &&
  one.timeZone === other.timeZone &&
  one.origins.length === other.origins.length &&
  one.origins.every((origin, at) => origin === other.origins[at]);
