import type { CheckName } from '../checks/index.ts';

/**
 * Checks that need only a comment's content. The others need what is not stored with it, or was true only at its time: the pace, the
 * network, the form's token, similar comments, the e-mail address, the author's record, bans, and the article's mode.
 */
const aboutText: ReadonlySet<CheckName> = new Set([
  ...(['invisible', 'text-length', 'bidi-controls', 'shouting', 'endless-word', 'links'] as const),
  ...(['learned-filter', 'abusive-words', 'blocked-words', 'blocked-domains', 'staff'] as const),
]);

export const isAboutText = (check: CheckName): boolean => aboutText.has(check);
