import type { PolicyDocument } from '../comment/policies/policy-document.ts';
import type { Site } from '../comment/site.ts';
import type { ReadPolicyVersion } from '../storage/policy-store.ts';
import { findVersion } from './policy/documents.ts';

/**
 * A version of a site's policy, the one in force when none is named.
 * @throws {Refusal} `policy-version-not-found`
 */
export const readPolicy = async (
  { store }: { readonly store: ReadPolicyVersion },
  site: Site,
  version: number | undefined,
): Promise<{ readonly policy: PolicyDocument; readonly version: number }> => {
  const saved = await findVersion(store, site, version ?? site.version);
  return { policy: saved.document, version: saved.version };
};
