import { DECISIONS_MAX } from '../../../src/comment/limits.ts';
import type { DecisionRequest } from '../wire.ts';

/** Decisions as the API takes them: up to a hundred in a request, and one that removes a whole thread in a request of its own. */
export const batchesOf = (decisions: readonly DecisionRequest[]): readonly (readonly DecisionRequest[])[] => {
  const threads = decisions.filter(({ thread }) => thread);
  const others = decisions.filter(({ thread }) => !thread);
  const starts = Array.from(
    { length: Math.ceil(others.length / DECISIONS_MAX) },
    (_, n) => n * DECISIONS_MAX,
  );
  return [...starts.map((at) => others.slice(at, at + DECISIONS_MAX)), ...threads.map((one) => [one])];
};
