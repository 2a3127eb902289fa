// What this tab keeps over a reload or a redirect, by name. Nothing here throws.

/** @returns undefined when there is nothing that can be read */
export const recall = <Value>(name: string): Value | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** @returns whether there was room; what was kept before stays where there is none */
export const keep = (name: string, value: unknown): boolean => {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

export const forget = (name: string): void => {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept where storage is blocked.
  }
};
