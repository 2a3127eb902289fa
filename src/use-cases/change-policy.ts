import type { SavedPolicy } from '../comment/policies/policy-document.ts';
import type { Site } from '../comment/site.ts';
import { type Author, type DocumentChange, type PolicyApp, saveDocument } from './policy/save-document.ts';

/**
 * Replaces a site's policy.
 * @throws {Refusal} `changed-meanwhile`, `invalid-fields` where a fixture fails
 */
export const changePolicy = (
  app: PolicyApp,
  site: Site,
  change: Omit<DocumentChange, 'restored'>,
  author: Author,
): Promise<SavedPolicy> => saveDocument(app, site, change, author);
