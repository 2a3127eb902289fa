import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import { textVersion } from '../../screening/text/text-version.ts';

type Given = {
  readonly text: string;
  /** Of the text that its author has read; absent where they take whatever it is. */
  readonly version?: string;
};

/** An edit that is sent again, since its answer was lost, finds its own text. @throws {Refusal} `changed-meanwhile` when the comment has another text by now */
export const requireText = ({ text }: Comment, given: Given): void => {
  const { version = textVersion(text) } = given;
  if (given.text !== text && version !== textVersion(text))
    throw new Refusal('changed-meanwhile', 'The text has changed since it was read.');
};
