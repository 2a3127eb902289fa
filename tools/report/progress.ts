/** Tells of each step in a line, with the seconds since the start. */
export const progress = () => {
  const start = performance.now();
  return (step: string) => {
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${step}\n`);
  };
};
