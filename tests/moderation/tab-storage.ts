const SPARE = 20;

/** `sessionStorage` of a tab, for what runs in a browser. */
export const tabStorage = () => {
  const kept = new Map<string, string>();
  let hasRoom = true;
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (!hasRoom && text.length > (kept.get(key) ?? '').length + SPARE)
          throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, text);
      },
      removeItem: (key: string) => kept.delete(key),
    },
  });
  return {
    clear: () => {
      kept.clear();
      hasRoom = true;
    },
    /** From here on what it holds grows by a word at most. */
    fill: () => {
      hasRoom = false;
    },
  };
};
