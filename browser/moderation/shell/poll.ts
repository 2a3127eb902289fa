/**
 * Does something now and every so often, while the page is in sight; once more when it comes back into sight.
 * @returns what stops it
 */
export const pollWhileVisible = (everyMs: number, act: () => void): (() => void) => {
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(timer);
    timer = undefined;
    if (document.visibilityState !== 'visible') return;
    act();
    timer = setInterval(act, everyMs);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', follow);
  };
};
