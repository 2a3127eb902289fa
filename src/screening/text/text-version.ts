import { hashText } from './hash.ts';

/**
 * A version of a comment's text for its author, whose edit applies only to the text they have read. The comment's own version would
 * reveal moderators' decisions that authors must not see.
 */
export const textVersion = (text: string): string =>
  `${text.length.toString(36)}-${hashText(text).toString(36)}`;
