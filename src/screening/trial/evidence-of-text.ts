import type { Draft } from '../../comment/comment.ts';
import { policyFor } from '../../comment/policies/policy-for.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import { noRecord } from '../../comment/trust.ts';
import type { Evidence } from '../check.ts';
import type { Model } from '../filter/model/model.ts';

/** What a policy is tried with. */
export type Trial = {
  readonly policy: Policy;
  /** The site's. */
  readonly language: Language;
  readonly now: number;
  readonly model: Model;
};

/**
 * Evidence of a comment alone: of a site where nothing else happened, and whose filter learned nothing. A trial's answer then depends on
 * nothing but the comment and the policy.
 * @param approved comments of its author that moderators approved; without it, of somebody unknown
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
