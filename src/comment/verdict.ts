/** What one check made of a draft, or all of them together: the worst stands. */
export const outcomes = ['approve', 'hold', 'spam', 'refuse'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a check saw: which field of the draft, and what in it. Terms are cut to 80 characters. */
export type Trace = { readonly field: string; readonly term: string };

/** One check's word on one draft, kept with the comment for its moderators. */
export type Finding = {
  readonly check: string;
  readonly version: number;
  readonly outcome: Outcome;
  /** What the check itself said, where the policy's mode for it made something else of that. */
  readonly judged?: Outcome;
  /** How sure the check is, 0 to 1; 0 when it found nothing. */
  readonly score: number;
  readonly traces: readonly Trace[];
  /** Milliseconds the check took. */
  readonly ms: number;
};

/** Every check's finding, and the worst outcome among them. */
export type Verdict = { readonly outcome: Outcome; readonly findings: readonly Finding[] };

/** The check that tells of moderators' bans. Their word needs no second one, unless the policy lists what it stops. */
const BANS = 'banned';

/** Two independent checks that say spam, or a ban: never shown even in the spam queue, kept only until it expires. */
export const isBlatant = ({ findings }: Verdict): boolean => {
  const spam = findings.filter(({ outcome }) => outcome === 'spam');
  return spam.length > 1 || spam.some(({ check, score }) => check === BANS && score === 1);
};
