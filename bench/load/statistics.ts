/** The value that a share (0 to 1) of some values does not exceed; NaN of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** The middle value, or the mean of the two in the middle; NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = Number.isInteger(middle) ? sorted.slice(middle - 1, middle + 1) : [sorted[middle - 0.5]];
  return around.reduce<number>((sum, value = Number.NaN) => sum + value, 0) / around.length;
};
