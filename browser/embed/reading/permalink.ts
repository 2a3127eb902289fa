/** The comment that the page's address names. */
export const linkedComment = (): string | undefined => /^#comment-([0-9A-Z]{26})$/.exec(location.hash)?.[1];

/** Leads to the comment that the page's address names; once to each, so that readers are not taken back to it. */
export const leadingToLinked = () => {
  let [sought, shown]: (string | undefined)[] = [];
  /** @returns the comment, if the list lacks it and it was not asked for */
  return (list: HTMLElement | null): string | undefined => {
    const id = linkedComment();
    const known = id && list?.querySelector<HTMLElement>(`#comment-${id}`);
    if (known) {
      pointOut(known, shown !== id);
      shown = id;
    } else if (sought !== id) {
      sought = id;
      return id;
    }
    return undefined;
  };
};

/** Sets a comment off: `:target` knows only what stood on the page when its address changed. */
const pointOut = (comment: HTMLElement, isNew: boolean): void => {
  comment.closest('.comments')?.querySelector('.linked')?.classList.remove('linked');
  for (let at = comment.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
  comment.classList.add('linked');
  if (isNew) comment.scrollIntoView();
};

/** On a page with `<base>`, links of a list to places on its page lead there. */
export const leadHere = (list: HTMLElement): void => {
  const [page] = location.href.split('#');
  if (document.baseURI.split('#')[0] === page) return;
  for (const link of list.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `${page}${link.getAttribute('href')}`);
};

/** Moves focus to a comment that came, without moving the page, unless its reader writes by now. */
export const takeTo = (comment: HTMLElement | null): void => {
  if (isInField()) return;
  comment?.setAttribute('tabindex', '-1');
  comment?.focus({ preventScroll: true });
};

/** Whether the focus is in a field, from which it is not taken away while somebody types. @param but those in here do not count */
export const isInField = (but?: HTMLElement): boolean => {
  const { activeElement } = document;
  const isField = activeElement?.matches('input, textarea, select, iframe, [contenteditable]') ?? false;
  return isField && !but?.contains(activeElement);
};
