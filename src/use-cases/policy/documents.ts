import type { PolicyDocument, SavedPolicy } from '../../comment/policies/policy-document.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import type { ReadPolicyVersion } from '../../storage/policy-store.ts';

/** The document in force, with its fixtures. Sites that were saved before there was a history have none. */
export const currentDocument = async (store: ReadPolicyVersion, site: Site): Promise<PolicyDocument> =>
  (await store.readPolicyVersion(site.id, site.version))?.document ?? site.policy;

/**
 * A version of a site's policy.
 * @throws {Refusal} `policy-version-not-found`
 */
export const findVersion = async (
  store: ReadPolicyVersion,
  site: Site,
  version: number,
): Promise<Pick<SavedPolicy, 'version' | 'document'>> => {
  const saved = await store.readPolicyVersion(site.id, version);
  if (saved) return saved;
  if (version === site.version) return { version, document: site.policy };
  throw new Refusal('policy-version-not-found', 'The history has no such version of the policy.');
};
