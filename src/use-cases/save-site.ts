import { defaultPolicy } from '../comment/policy.ts';
import type { Site } from '../comment/site.ts';
import type { ReadSite, SaveSite } from '../storage/comment-store.ts';

/** What an operator says of a site. Its policy and its version are no part of that. */
export type SiteSettings = Pick<Site, 'id' | 'name' | 'language' | 'origins' | 'timeZone'>;

/**
 * Creates a site with the default policy, or brings an existing one's name, language, origins and, where one is given, time zone up to date.
 * @throws {Refusal} `changed-meanwhile` when another change came first.
 */
export const saveSite = async (
  { store }: { readonly store: ReadSite & SaveSite },
  settings: SiteSettings,
): Promise<'created' | 'updated' | 'unchanged'> => {
  const site = await store.readSite(settings.id);
  if (site && isSame(site, { ...site, ...settings })) return 'unchanged';

  const { version, ...kept } = site ?? { policy: defaultPolicy, version: 0 };
  await store.saveSite({ ...kept, ...settings, version }, version);
  return site ? 'updated' : 'created';
};

const isSame = (one: SiteSettings, other: SiteSettings): boolean =>
  one.name === other.name &&
  one.language === other.language &&
  one.timeZone === other.timeZone &&
  one.origins.length === other.origins.length &&
  one.origins.every((origin, at) => origin === other.origins[at]);
