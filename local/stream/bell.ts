export type Bell = {
  readonly ring: () => void;
  /** Resolves at the next ring, at once when it rang since the last call, or after `ms` if given. */
  readonly rung: (ms?: number) => Promise<void>;
};

/** Wakes one waiter when something was written. A ring without a waiter is kept; several count as one. */
export const createBell = (): Bell => {
  let isRung = false;
  let wake = () => {};
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    rung: async (ms) => {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
};
