import type { Status } from './status.ts';

/** The outcome of one check, or of all together: the worst one counts. */
export const outcomes = ['approve', 'hold', 'spam', 'refuse'] as const;
export type Outcome = (typeof outcomes)[number];

/** The status that a comment gets by its verdict. What is refused is not kept, and would be no better than spam. */
export const statusOf: Readonly<Record<Outcome, Status>> = {
  approve: 'approved',
  hold: 'pending',
  spam: 'spam',
  refuse: 'spam',
};

/** What a check saw: which field of the draft, and what in it. Terms are cut to 80 characters. */
export type Trace = { readonly field: string; readonly term: string };

/** One check's result for one draft, kept with the comment for moderators. */
export type Finding = {
  readonly check: string;
  readonly version: number;
  readonly outcome: Outcome;
  /** The check's own outcome, where the policy's mode for it changed that. */
  readonly judged?: Outcome;
  /** How sure the check is, 0 to 1; 0 when it found nothing. */
  readonly score: number;
  readonly traces: readonly Trace[];
  /** Milliseconds the check took. */
  readonly ms: number;
};

/** Every check's finding, and the worst outcome among them. */
export type Verdict = { readonly outcome: Outcome; readonly findings: readonly Finding[] };

/** The check of moderators' bans. It makes a comment blatant spam by itself, unless the policy lists banned comments. */
const BANS = 'banned';

/** Blatant spam: two independent checks called it spam, or a ban did. It is in no queue, and kept only until it expires. */
export const isBlatant = ({ findings }: Verdict): boolean => {
  const spam = findings.filter(({ outcome }) => outcome === 'spam');
  return spam.length > 1 || spam.some(({ check, score }) => check === BANS && score === 1);
};
