import type { Acting } from '../moderation/team-event.ts';
import type { Moderated } from './middleware/moderators-only.ts';

type Clock = { readonly now: () => number; readonly newBatch: () => string };

/** A member who changes the team now. */
export const actingAs = ({ id }: Moderated['moderator'], { now, newBatch }: Clock): Acting => ({
  by: id,
  now: now(),
  event: newBatch(),
});
