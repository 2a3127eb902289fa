/** Waits for what is being sent. */
export type AtWork = <Done>(work: Promise<Done>) => Promise<Done>;

/** Has whoever leaves the page asked while something is being sent: the page says that it is done, and the rest would stay behind. */
export const createAtWork = (): AtWork => {
  let underWay = 0;
  addEventListener('beforeunload', (event) => {
    if (underWay > 0) event.preventDefault();
  });
  return async (work) => {
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
    }
  };
};
