/** A judged comment: its log-odds and its true class. */
export type Scored = { readonly score: number; readonly isSpam: boolean };

/** The lowest threshold that at most a share `hamShare` of honest comments exceed. */
export const thresholdAt = (scored: readonly Scored[], hamShare: number): number => {
  const ham = scored
    .filter(({ isSpam }) => !isSpam)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  return ham[Math.floor(hamShare * ham.length)] ?? 0;
};

/** Share that exceeds a threshold, 0 to 1; NaN of an empty list. */
export const shareOver = (scored: readonly Scored[], threshold: number): number =>
  scored.filter(({ score }) => score > threshold).length / scored.length;

/** Recall: share of spam caught at the threshold that a share `hamShare` of honest comments exceed. */
export const caughtAt = (scored: readonly Scored[], hamShare: number): number =>
  shareOver(
    scored.filter(({ isSpam }) => isSpam),
    thresholdAt(scored, hamShare),
  );

/** Matthews' correlation coefficient at a threshold, -1 to 1; 0 when a class or an answer is missing. */
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
