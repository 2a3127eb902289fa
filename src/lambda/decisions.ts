import { decisionResult } from '../api/moderator-views.ts';
import type { UndoStep } from '../tokens/tokens.ts';
import type { Decided } from '../use-cases/decide-comments.ts';
import { json, type Reply } from './http.ts';

/** Each decision's own outcome, and one token that takes back all that were carried out; null when none was. */
export const decisionsReply = (decided: readonly Decided[], undo?: string | null): Reply =>
  json(200, {
    results: decided.map((one) => decisionResult(one.ref, 'refusal' in one ? one.refusal : one.after)),
    ...(undo === undefined ? {} : { undo }),
  });

/** What it takes to undo decisions. */
export const undoable = (decided: readonly Decided[]): readonly UndoStep[] =>
  decided.flatMap((one) =>
    'refusal' in one
      ? []
      : [{ article: one.ref.article, id: one.ref.id, version: one.after.version, before: one.before.status }],
  );
