/**
 * Milliseconds of CPU that some work takes, independent of the machine's load. For telling work that goes over its
 * input once from work that goes back over it: inputs are so large that the first takes less than a twentieth of a test's
 * bound, and looking at all the rest again from every character more than twenty times as much.
 */
export const cpuMsOf = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
