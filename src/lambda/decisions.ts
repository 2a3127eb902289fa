import { decisionResult } from '../api/moderator-views.ts';
import type { UndoStep } from '../tokens/tokens.ts';
import type { Decided } from '../use-cases/decide-comments.ts';

/** The outcome of each decision, in order. */
export const resultsOf = (decided: readonly Decided[]) =>
  decided.map((one) => decisionResult(one.ref, 'refusal' in one ? one.refusal : one.after));

/** What it takes to undo decisions. */
export const undoable = (decided: readonly Decided[]): readonly UndoStep[] =>
  decided.flatMap((one) =>
    'refusal' in one
      ? []
      : [{ article: one.ref.article, id: one.ref.id, version: one.after.version, before: one.before.status }],
  );
