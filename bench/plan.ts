/** How much of what is measured. */
export type Plan = {
  readonly rounds: number;
  /** Decided comments in the store that everything but growth is measured on. */
  readonly decided: number;
  /** Requests of a round. */
  readonly submitCrowd: number;
  readonly submitAlone: number;
  readonly reads: number;
  readonly approveAlone: number;
  readonly approveHundreds: number;
  /** Of the bare server at least: its answer takes a tenth of a millisecond, and the clock of `/proc` ticks every ten. */
  readonly bare: number;
  /** Texts of a round of screening. */
  readonly screened: number;
  readonly starts: number;
  /** Comments of the article that the readers' page shows whole. */
  readonly longPage: number;
  /** Sizes the growth is measured at, in comments. */
  readonly growth: readonly number[];
  readonly growthRounds: number;
  /** Waiting comments the growth is measured at, beside the smallest of those sizes. */
  readonly growthWaiting: number;
};

export const fullPlan: Plan = {
  rounds: 5,
  decided: 10_000,
  submitCrowd: 400,
  submitAlone: 100,
  reads: 400,
  approveAlone: 60,
  approveHundreds: 3,
  bare: 2_000,
  screened: 2_000,
  starts: 7,
  longPage: 5_000,
  growth: [1_000, 10_000, 100_000],
  growthRounds: 5,
  growthWaiting: 100_000,
};

/** About a minute. */
export const quickPlan: Plan = {
  rounds: 2,
  decided: 1_200,
  submitCrowd: 150,
  submitAlone: 40,
  reads: 150,
  approveAlone: 20,
  approveHundreds: 1,
  bare: 500,
  screened: 500,
  starts: 2,
  longPage: 1_000,
  growth: [1_000, 3_000],
  growthRounds: 1,
  growthWaiting: 3_000,
};

/** Comments that the measures approve, the round that warms up included, and a full queue page left over. */
export const waitingFor = ({ rounds, approveAlone, approveHundreds }: Plan, perCall = 100): number =>
  (rounds + 1) * (approveAlone + perCall * approveHundreds) + 2 * perCall;
