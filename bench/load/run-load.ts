/** What some calls took, the client's own part included. */
export type Load = { readonly wallMs: number; readonly latenciesMs: readonly number[] };

/** Makes so many calls, so many at once, each as soon as another is answered. The first that fails ends all. */
export const runLoad = async (
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
  call: () => Promise<unknown>,
): Promise<Load> => {
  const latenciesMs: number[] = [];
  let begun = 0;
  const caller = async () => {
    while (begun < count) {
      begun += 1;
      const start = performance.now();
      await call();
      latenciesMs.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, caller));
  return { wallMs: performance.now() - start, latenciesMs };
};
