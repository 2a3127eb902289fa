export type Shelf = 'sessionStorage' | 'localStorage';

/** What a browser keeps for its reader. Nothing here throws. */
export type Kept = {
  /** @returns the value, or undefined when there is none that can be read */
  readonly recall: <T>(shelf: Shelf, key: string) => T | undefined;
  /** Keeps a value, or forgets it when it is undefined. */
  readonly keep: (shelf: Shelf, key: string, value: unknown) => void;
};

/** Where storage is blocked or full, values live in memory until the page is left. */
export const keptHere = (): Kept => {
  const memory = new Map<string, string>();
  return {
    recall: (shelf, key) => {
      const json = memory.get(`${shelf}:${key}`);
      try {
        return JSON.parse(json ?? window[shelf].getItem(`palabre:${key}`) ?? 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep: (shelf, key, value) => {
      const json = JSON.stringify(value);
      memory.delete(`${shelf}:${key}`);
      try {
        if (json === undefined) window[shelf].removeItem(`palabre:${key}`);
        else window[shelf].setItem(`palabre:${key}`, json);
      } catch {
        if (json !== undefined) memory.set(`${shelf}:${key}`, json);
      }
    },
  };
};
