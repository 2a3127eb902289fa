import { Refusal } from '../../src/comment/refusal.ts';

/** The refusal that an attempt ends in; fails when it succeeds or ends otherwise. */
export const refused = (attempt: () => unknown): Refusal => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

/** The names of the fields a refusal speaks of. */
export const fieldsOf = (attempt: () => unknown): readonly string[] =>
  refused(attempt).fields.map(({ field }) => field);
