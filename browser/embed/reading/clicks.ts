/** What the links of a list do in place of leading away. */
export type Ways = {
  readonly turn: (link: HTMLAnchorElement) => void;
  readonly toStart: () => void;
  /** Neither is there before the form is. */
  readonly write: (() => void) | undefined;
  readonly answer: ((article: HTMLElement) => void) | undefined;
};

/** Follows a plain click on one of a list's links in place. Every other link leads where it leads. */
export const clickedLink = (event: MouseEvent, ways: Ways): void => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.closest('.comments') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const act = actOf(link, ways);
  if (!act) return;
  event.preventDefault();
  act();
};

const actOf = (link: HTMLAnchorElement, ways: Ways): (() => void) | undefined => {
  if (link.rel === 'next' || link.rel === 'prev') return () => ways.turn(link);
  if (link.rel === 'start') return ways.toStart;
  if (link.matches('.comments > header > a')) return ways.write;
  const article = link.closest('article');
  const isReply = link.matches('footer a[rel=nofollow]') && !link.pathname.endsWith('/report');
  const { answer } = ways;
  return article && isReply && answer ? () => answer(article) : undefined;
};
