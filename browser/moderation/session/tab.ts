// What this tab keeps over a reload or a redirect, by name. Nothing here throws.

/** @returns undefined when there is nothing that can be read */
export const recall = <Value>(name: string): Value | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Where there is no room, what was kept before stays. @param value undefined forgets it @returns whether there was */
export const keep = (name: string, value: unknown): boolean => {
  try {
    if (value === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    // What is shown does not depend on it.
    return false;
  }
};

export const forget = (name: string): void => void keep(name, undefined);
