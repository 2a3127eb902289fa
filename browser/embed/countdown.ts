const SECOND_MS = 1000;

/** Counts seconds down in a line, until something else is said there. It is read aloud when it begins and when it ends. */
export const countDown = (
  line: HTMLElement,
  seconds: number,
  { counting, over }: { readonly counting: (seconds: number) => string; readonly over: string },
): void => {
  const until = performance.now() + seconds * SECOND_MS;
  line.textContent = counting(seconds);
  const tick = (said: string) => {
    if (line.textContent !== said) return line.removeAttribute('aria-live');
    line.setAttribute('aria-live', 'off');
    const left = Math.ceil((until - performance.now()) / SECOND_MS);
    if (left <= 0) line.removeAttribute('aria-live');
    line.textContent = left > 0 ? counting(left) : over;
    if (left > 0) setTimeout(tick, SECOND_MS, line.textContent);
  };
  setTimeout(tick, SECOND_MS, line.textContent);
};
