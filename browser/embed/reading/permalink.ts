/** The comment that the page's address names. */
export const linkedComment = (): string | undefined => /^#comment-([0-9A-Z]{26})$/.exec(location.hash)?.[1];

/** Scrolls to a comment and sets it off: `:target` knows only what stood on the page when its address changed. */
export const pointOut = (list: HTMLElement, comment: HTMLElement): void => {
  list.querySelector('.linked')?.classList.remove('linked');
  for (let at = comment.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
  comment.classList.add('linked');
  comment.scrollIntoView();
};

/** Moves focus to a comment that came, without moving the page. */
export const takeTo = (comment: HTMLElement | null): void => {
  comment?.setAttribute('tabindex', '-1');
  comment?.focus({ preventScroll: true });
};
