import type { Expectation } from '../comment/policies/policy-document.ts';
import type { Policy } from '../comment/policy.ts';
import type { Site } from '../comment/site.ts';
import type { Finding } from '../comment/verdict.ts';
import type { Model } from '../screening/filter/model/model.ts';
import type { MonotonicNow } from '../screening/screen.ts';
import { replay } from '../screening/trial/replay.ts';
import type { SearchedPage } from '../storage/comment-store.ts';
import type { DecidedComment, ListLatest } from '../storage/moderation-store.ts';

/** The decisions that tell whether a comment should have been published. */
export const judgements = ['approve', 'reject', 'spam'] as const;
export type HumanDecision = (typeof judgements)[number];

export type Replayed = {
  readonly comment: DecidedComment;
  readonly decision: HumanDecision;
  readonly verdict: Expectation;
  /** Findings of the checks that would object. */
  readonly findings: readonly Finding[];
  /** Whether the policy would publish what a person removed, or stop what a person approved. */
  readonly isWrong: boolean;
};

type Deps = {
  readonly store: ListLatest;
  readonly model: Model;
  readonly monotonicNow: MonotonicNow;
  readonly now: () => number;
};
type Question = { readonly policy: Policy; readonly limit: number; readonly from?: string };

/** Runs a policy on one page of the comments that people decided on last. Changes nothing. */
export const backtestPolicy = async (
  { store, model, monotonicNow, now }: Deps,
  { id, language }: Pick<Site, 'id' | 'language'>,
  { policy, ...place }: Question,
): Promise<SearchedPage<Replayed>> => {
  const page = await store.listLatest({ site: id, ...place, actions: judgements, matches: isJudged });

  const trial = { policy, language, now: now(), model };
  const items = page.items.flatMap((comment) => {
    const decision = judgements.find((one) => one === comment.decided.action);
    if (decision === undefined) return [];
    const { verdict, findings } = replay(comment, trial, monotonicNow);
    const isWrong = (decision === 'approve') !== (verdict === 'publish');
    return [{ comment, decision, verdict, findings, isWrong }];
  });
  return { ...page, items };
};

/** Whether a person read the comment and gave it the status that it still has: so each comment is met once, however often it was decided. */
const isJudged = ({ seen, since, isStaff, decided }: DecidedComment): boolean =>
  seen && !isStaff && decided.at === since;
