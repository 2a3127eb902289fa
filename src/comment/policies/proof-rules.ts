/** When a reader's device has to work for a comment: never, while a surge of spam is in force, or for each comment. */
export const proofTimes = ['never', 'surge', 'always'] as const;
export type ProofTime = (typeof proofTimes)[number];

/** What a site asks of readers' devices, so that sending thousands of comments costs their sender something. */
export type ProofRules = {
  readonly when: ProofTime;
  /** SHA-256 hashes that a device computes at most; on average half of them. */
  readonly difficulty: number;
  /** Whether a comment whose proof is right passes a surge; otherwise newcomers wait as without one. */
  readonly liftsSurge: boolean;
};

/**
 * Nobody's device works for us unasked. ALTCHA's `maxnumber` is 50,000 in its own examples: about a second of a laptop's browser, and a few of
 * a telephone's, spent while somebody writes.
 */
export const defaultProof: ProofRules = { when: 'never', difficulty: 50_000, liftsSurge: false };

/** Whether a comment that comes now has to bring a proof. */
export const isProofAsked = ({ when }: ProofRules, isSurging: boolean): boolean =>
  when === 'always' || (when === 'surge' && isSurging);
