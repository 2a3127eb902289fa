/** Limits concurrent calls; the others wait in order. */
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
      // The next waiting call takes over the place.
      if (next) next();
      else running -= 1;
    }
  };
};
