import { Refusal } from '../../comment/refusal.ts';

/** So many changes of one team at once all find their turn. */
const TRIES = 10;

/**
 * Carries out what looks at a team as it is, and anew when it was changed meanwhile: whoever is slower is answered as if they had come later.
 * @param attempt undefined when the team was changed meanwhile
 * @throws {Refusal} `changed-meanwhile` when others kept changing it
 */
export const untilSaved = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new Refusal('changed-meanwhile', 'Others kept changing the team: try again.');
};
