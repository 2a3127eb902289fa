/** A judged comment: its log-odds and what it is. */
export type Scored = { readonly score: number; readonly isSpam: boolean };

/** The threshold that no more than a share of honest comments exceed. */
export const thresholdAt = (scored: readonly Scored[], hamShare: number): number => {
  const ham = scored
    .filter(({ isSpam }) => !isSpam)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  return ham[Math.floor(hamShare * ham.length)] ?? 0;
};

/** Share over a threshold, 0 to 1; NaN of nothing. */
export const shareOver = (scored: readonly Scored[], threshold: number): number =>
  scored.filter(({ score }) => score > threshold).length / scored.length;

/** Share of spam caught where that share of honest comments is blocked. */
export const caughtAt = (scored: readonly Scored[], hamShare: number): number =>
  shareOver(
    scored.filter(({ isSpam }) => isSpam),
    thresholdAt(scored, hamShare),
  );

/** Matthews' correlation at a threshold, -1 to 1; 0 where one class or answer is missing. */
export const correlation = (scored: readonly Scored[], threshold = 0): number => {
  const count = (isSpam: boolean, over: boolean) =>
    scored.filter((one) => one.isSpam === isSpam && one.score > threshold === over).length;
  const [hit, miss, alarm, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const product = (hit + miss) * (hit + alarm) * (quiet + miss) * (quiet + alarm);
  return product === 0 ? 0 : (hit * quiet - miss * alarm) / Math.sqrt(product);
};
