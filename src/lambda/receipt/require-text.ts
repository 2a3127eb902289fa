import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { textVersion } from '../../screening/text/text-version.ts';

/** @param version of the text that its author has read @throws {Refusal} `changed-meanwhile` when the comment has another by now */
export const requireText = ({ text }: Comment, version: string): void => {
  if (version !== textVersion(text))
    throw new Refusal('changed-meanwhile', 'The text has changed since it was read.');
};
