export type AtWork = {
  /** Waits for what is being sent. */
  <Done>(work: Promise<Done>): Promise<Done>;
  /** Waits for all that is being sent now. */
  readonly isOver: () => Promise<unknown>;
};

/** Has whoever leaves the page asked while something is being sent: the page says that it is done, and the rest would stay behind. */
export const createAtWork = (): AtWork => {
  const underWay = new Set<Promise<unknown>>();
  addEventListener('beforeunload', (event) => {
    if (underWay.size > 0) event.preventDefault();
  });
  const atWork = async <Done>(work: Promise<Done>): Promise<Done> => {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  };
  return Object.assign(atWork, { isOver: () => Promise.allSettled(underWay) });
};
