/** Lets so many calls run at once; the others wait their turn, in order. */
export const atOnce = (most: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes over the place that was free.
      if (next) next();
      else running -= 1;
    }
  };
};
