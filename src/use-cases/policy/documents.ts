import type { PolicyDocument, SavedPolicy } from '../../comment/policies/policy-document.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import type { ReadPolicyVersion } from '../../storage/policy-store.ts';

/** What stands for sites that were saved before there was a history: its policy, by nobody. */
const unrecorded = ({ id, version, policy }: Site): SavedPolicy => ({
  ...{ site: id, version, at: 0, by: '', changed: [], document: policy },
});

/**
 * A version of a site's policy, with its fixtures.
 * @param version the one in force when absent
 * @throws {Refusal} `policy-version-not-found`
 */
export const findVersion = async (
  store: ReadPolicyVersion,
  site: Site,
  version = site.version,
): Promise<SavedPolicy> => {
  const saved = await store.readPolicyVersion(site.id, version);
  if (saved) return saved;
  if (version === site.version) return unrecorded(site);
  throw new Refusal('policy-version-not-found', 'The history has no such version of the policy.');
};

/** The document in force. */
export const currentDocument = async (store: ReadPolicyVersion, site: Site): Promise<PolicyDocument> =>
  (await findVersion(store, site)).document;
