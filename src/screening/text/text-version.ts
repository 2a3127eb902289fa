import { hashText } from './hash.ts';

/**
 * Names a text to its author, who changes what they have read and nothing newer. A comment's own version would tell them of moderators'
 * decisions that they are not to know of.
 */
export const textVersion = (text: string): string =>
  `${text.length.toString(36)}-${hashText(text).toString(36)}`;
