import type { Outcome } from '../../comment/verdict.ts';
import type { CheckName } from '../checks/index.ts';
import type { OwnTerms } from '../own-terms.ts';

/** One check's findings in one language, without full stops. */
type Sentence<Terms> = {
  readonly moderator: string;
  /** Shows moderators the traces' terms after the sentence: `quoted`, except for terms of the check's own. */
  readonly terms?: Terms;
  /** Absent where it would tell the author how to evade the check. */
  readonly author?: string;
};

/** Checks whose findings get one sentence each. The learned filter has sentences for each of its reasons. */
export type ExplainedCheck = Exclude<CheckName, 'learned-filter'>;

/** A check without a sentence, and a term of a check's own without a phrase, do not compile. */
export type FindingSentences = {
  /** A sentence for each check. */
  readonly checks: {
    readonly [Name in ExplainedCheck]: Name extends keyof OwnTerms
      ? Required<Pick<Sentence<Readonly<Record<OwnTerms[Name], string>>>, 'terms'>> &
          Sentence<Readonly<Record<OwnTerms[Name], string>>>
      : Sentence<'quoted'>;
  };
  /** For moderators, of a check that threw. */
  readonly failed: string;
  /** For moderators, of a check that is only watched: what it would have done. */
  readonly shadow: Readonly<Record<Outcome, string>>;
  /** For moderators, of a check whose findings the policy holds or calls spam, whatever it says itself. */
  readonly mode: Readonly<Record<'hold' | 'spam', string>>;
  /** For the author, when no finding has anything to tell them. */
  readonly waits: string;
  /** Between a figure's whole part and its decimals. */
  readonly decimalMark: string;
};
