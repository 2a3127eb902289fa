import { randomBytes } from 'node:crypto';
import { newCommentId } from '../src/comment/comment-id.ts';
import type { Acting } from '../src/moderation/team-event.ts';

const TAG_BYTES = 10;

/** The actor of a change made by a command, with access to the database itself. */
export const byCommand = (): Acting => {
  const now = Date.now();
  return { by: 'command', now, event: newCommentId(now, randomBytes(TAG_BYTES)) };
};
