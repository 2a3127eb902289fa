/** How near the screen an element is when it counts as near. */
const NEAR = '600px';

/** Does something once, when an element comes near the screen, unless that has ended. */
export const whenNear = (element: HTMLElement, act: () => void, ended: AbortSignal): void => {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      act();
    },
    { rootMargin: NEAR },
  );
  watcher.observe(element);
  ended.addEventListener('abort', () => watcher.disconnect());
};
