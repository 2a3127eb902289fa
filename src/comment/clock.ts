import { Refusal } from './refusal.ts';
import { isImpossible } from './time.ts';

const RETRY_AFTER_S = 600;

/**
 * Refuses to write by an impossible clock: such a comment would be due for removal once the clock is right again.
 * @throws {Refusal} `storage-unavailable` when the time is impossible
 */
export const requireClock = (now: number): void => {
  if (isImpossible(now))
    throw new Refusal('storage-unavailable', 'The clock of this service is wrong. Please try again later.', {
      retryAfterS: RETRY_AFTER_S,
    });
};
