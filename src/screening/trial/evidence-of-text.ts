import type { Draft } from '../../comment/comment.ts';
import { policyFor } from '../../comment/policies/policy-for.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import { noRecord } from '../../comment/trust.ts';
import type { Evidence } from '../check.ts';
import type { Model } from '../filter/model/model.ts';

/** A policy to try, and the conditions to try it under. */
export type Trial = {
  readonly policy: Policy;
  /** The site's language. */
  readonly language: Language;
  readonly now: number;
  readonly model: Model;
};

/**
 * Builds the evidence of a comment alone, as on a site without other comments and with an untrained filter. A trial's result then
 * depends only on the comment and the policy.
 * @param approved how many of the author's comments moderators approved; without it, the author is unknown
 */
export const evidenceOfText = (draft: Draft, { policy, ...trial }: Trial, approved?: number): Evidence => ({
  ...trial,
  draft,
  policy: policyFor(policy, draft.article),
  mode: 'open',
  author: { ...noRecord, approved: approved ?? 0, proven: (approved ?? 0) > 0, unseen: 0 },
  form: { state: 'missing' },
  ...{ honeypot: '', address: '', earlier: [], neighbours: [], siteRecent: 0, resembling: [], learned: [] },
});
