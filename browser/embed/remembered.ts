/** What a browser keeps for its reader; a browser that keeps nothing is as good, and nothing here throws. */
export type Shelf = 'sessionStorage' | 'localStorage';

/** @returns the value, or undefined when there is none that can be read */
export const recall = <T>(shelf: Shelf, key: string): T | undefined => {
  try {
    return JSON.parse(window[shelf].getItem(`palabre:${key}`) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a value, or forgets it when it is undefined. */
export const keep = (shelf: Shelf, key: string, value: unknown): void => {
  try {
    if (value === undefined) window[shelf].removeItem(`palabre:${key}`);
    else window[shelf].setItem(`palabre:${key}`, JSON.stringify(value));
  } catch {
    // Storage is blocked or full: the page still works, for as long as it is open.
  }
};
