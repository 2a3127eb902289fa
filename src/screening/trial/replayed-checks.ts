import type { CheckName } from '../checks/index.ts';

/**
 * Checks that ask nothing but what the comment says. The others want what is not kept of a comment, or was true at its time only: the pace and
 * the network, the form's token, its likeness to others, the e-mail address, the author's record, bans, and the article's mode.
 */
const aboutText: ReadonlySet<CheckName> = new Set([
  ...(['invisible', 'text-length', 'bidi-controls', 'shouting', 'endless-word', 'links'] as const),
  ...(['learned-filter', 'abusive-words', 'blocked-words', 'blocked-domains', 'staff'] as const),
]);

export const isAboutText = (check: CheckName): boolean => aboutText.has(check);
