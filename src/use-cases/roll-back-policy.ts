import type { SavedPolicy } from '../comment/policies/policy-document.ts';
import type { Site } from '../comment/site.ts';
import { findVersion } from './policy/documents.ts';
import { type Author, type PolicyApp, saveDocument } from './policy/save-document.ts';

type Request = {
  /** The version to bring back. */
  readonly to: number;
  /** The version that was looked at; any when absent. */
  readonly version?: number | undefined;
  readonly note?: string | undefined;
};

/**
 * Saves an earlier policy as the next version: what came in between stays in the history.
 * @throws {Refusal} `policy-version-not-found`, `changed-meanwhile`, `invalid-fields` where one of its fixtures fails today
 */
export const rollBackPolicy = async (
  app: PolicyApp,
  site: Site,
  { to, ...asked }: Request,
  author: Author,
): Promise<SavedPolicy> => {
  const { document } = await findVersion(app.store, site, to);
  return saveDocument(app, site, { ...asked, document, restored: to }, author);
};
