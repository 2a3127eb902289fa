export type Bell = {
  readonly ring: () => void;
  /** Resolves with the next ring; at once when it rang since the last time, and after `ms` in any case, where given. */
  readonly rung: (ms?: number) => Promise<void>;
};

/** Wakes the one who waits for something to be written. A ring that nobody waits for is kept; several are one. */
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
