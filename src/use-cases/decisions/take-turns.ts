import { Refusal } from '../../comment/refusal.ts';

/** The pauses come to five seconds at most, half of what a function has. */
const TRIES = 10;
const PAUSE_MS = 50;
const PAUSE_MAX_MS = 800;
const RETRY_AFTER_S = 5;

export type Pause = {
  /** Resolves after a random part of some milliseconds. */
  readonly pause: (mostMs: number) => Promise<unknown>;
};

/**
 * Repeats what contradicts no other change until none comes between.
 * @param attempt gives undefined when one did @throws {Refusal} `storage-unavailable` when that went on
 */
export const takeTurns = async <T>({ pause }: Pause, attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await pause(Math.min(PAUSE_MS * 2 ** (tried - 1), PAUSE_MAX_MS));
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new Refusal('storage-unavailable', 'Others kept changing the same at the same moment: try again.', {
    retryAfterS: RETRY_AFTER_S,
  });
};

/** What a change gives; undefined when another came first. */
export const unlessLate = async <T>(change: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'changed-meanwhile') return undefined;
    throw error;
  }
};
