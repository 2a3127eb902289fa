import type { Answer, DecisionResult, Page } from '../wire.ts';

/** What was decided here. A queue may show it for a moment more as it was before. */
export type Passed = {
  readonly note: (results: readonly DecisionResult[]) => void;
  /** A page without the comments as they were before that. */
  readonly without: <P extends Page>(answer: Answer<P>) => Answer<P>;
};

export const createPassed = (): Passed => {
  const versions = new Map<string, number>();
  return {
    note: (results) => {
      for (const { comment, version } of results) if (version !== undefined) versions.set(comment, version);
    },
    without: (answer) => {
      if (!answer.isOk || versions.size === 0) return answer;
      const comments = answer.reply.comments.filter(
        ({ id, version }: { readonly id: string; readonly version: number }) =>
          version >= (versions.get(id) ?? 0),
      );
      return { ...answer, reply: { ...answer.reply, comments } };
    },
  };
};
