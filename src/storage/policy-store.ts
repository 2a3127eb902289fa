import type { PolicyVersion, SavedPolicy } from '../comment/policies/policy-document.ts';
import type { Page } from './comment-store.ts';

/** A version of a site's policy as it is at this moment; undefined for one that the history does not have. */
export type ReadPolicyVersion = {
  readonly readPolicyVersion: (site: string, version: number) => Promise<SavedPolicy | undefined>;
};
/** A site's policies, newest first. */
export type ListPolicyVersions = {
  readonly listPolicyVersions: (question: {
    readonly site: string;
    readonly limit: number;
    readonly from?: string;
  }) => Promise<Page<PolicyVersion>>;
};
