import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';

/**
 * An article stands on one of its site's own origins: a comment must not make a thread for a stranger's page, and readers
 * are sent back there.
 * @throws {Refusal} `invalid-fields`
 */
export const checkOwnLink = ({ origins }: Site, link: string | undefined): void => {
  if (link !== undefined && !origins.includes(new URL(link).origin))
    throw new Refusal('invalid-fields', 'The article is not on this site.', {
      fields: [{ field: 'link', detail: "It must be on one of the site's own origins." }],
    });
};
