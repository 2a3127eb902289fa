import type { Policy } from '../comment/policy.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import type { SaveSite } from '../storage/comment-store.ts';

/**
 * Replaces a site's policy. `version` is the one the administrator looked at, or any when absent.
 * @throws {Refusal} `changed-meanwhile`
 */
export const changePolicy = async (
  { store }: { readonly store: SaveSite },
  site: Site,
  policy: Policy,
  version?: number,
): Promise<Site> => {
  if (version !== undefined && version !== site.version)
    throw new Refusal('changed-meanwhile', `The policy is now at version ${site.version}.`);

  await store.saveSite({ ...site, policy }, site.version);
  return { ...site, policy, version: site.version + 1 };
};
