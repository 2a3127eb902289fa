import type { Site } from '../comment/site.ts';
import type { ListPolicyVersions } from '../storage/policy-store.ts';
import type { ReadMemberNames } from '../storage/team-store.ts';

/** Versions of one page: each is read with its document. */
const VERSIONS_MAX = 20;

/** A site's policies, newest first, and the names of those who saved them, those who have left as well. */
export const listPolicyVersions = async (
  { store }: { readonly store: ListPolicyVersions & ReadMemberNames },
  site: Pick<Site, 'id'>,
  place: { readonly from?: string },
) => {
  const page = await store.listPolicyVersions({ site: site.id, limit: VERSIONS_MAX, ...place });
  const ids = page.items.map(({ by }) => by);

  return { page, names: await store.readMemberNames(site.id, ids) };
};
