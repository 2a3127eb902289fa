/** `sessionStorage` of a tab, for what runs in a browser. */
export const tabStorage = () => {
  const kept = new Map<string, string>();
  let hasRoom = true;
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (!hasRoom) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    },
  });
  return {
    clear: () => {
      kept.clear();
      hasRoom = true;
    },
    /** From here on it takes nothing more. */
    fill: () => {
      hasRoom = false;
    },
  };
};
