/** Changes a list without moving one of its rows on the screen: what folds or unfolds above it is scrolled away. */
export const keepInPlace = (id: string, change: () => void): void => {
  const top = () => document.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect().top ?? 0;
  const before = top();
  change();
  requestAnimationFrame(() => scrollBy({ top: top() - before, behavior: 'instant' }));
};
