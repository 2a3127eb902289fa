import { whenReturned } from '../kept/fates.ts';
import { clickedLink, type Ways } from './clicks.ts';
import { everyMinute } from './live.ts';

/** What is done when something happens on the page. */
export type Acts = {
  readonly ways: () => Ways;
  readonly linked: () => void;
  readonly returned: () => void;
  readonly minute: () => void;
};

/** Follows what happens in an element and on its page, until that ends. */
export const followPage = (element: HTMLElement, signal: AbortSignal, acts: Acts): void => {
  element.addEventListener('click', (event) => clickedLink(event, acts.ways()), { signal });
  window.addEventListener('hashchange', acts.linked, { signal });
  whenReturned(acts.returned, signal);
  everyMinute(element, acts.minute, signal);
};
