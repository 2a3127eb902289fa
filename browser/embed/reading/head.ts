import { node } from '../nodes.ts';
import { pageToReturn } from '../page-facts.ts';
import { addressOf, type Order, type Place } from '../place.ts';
import { isInField } from './permalink.ts';

/** `embed.css` keeps room above such a list, so that nothing moves. */
const SORTABLE = ':scope > ol > li + li > article:not(.own), :scope > .ways';

/** Lets readers choose the order of a list that has one: two threads, or more pages. */
export const addSort = (
  list: HTMLElement,
  { words, order }: Place,
  onChosen: (order: Order) => void,
): void => {
  const head = list.querySelector(':scope > header');
  if (!head || !list.querySelector(SORTABLE)) return;
  const option = (value: Order) => node('option', { value }, words.orders[value]);
  const select = node(
    'select',
    { class: 'sort', 'aria-label': words.order },
    option('oldest'),
    option('newest'),
  );
  select.value = order;
  select.addEventListener('change', () => onChosen(select.value as Order));
  head.append(select);
};

/** Leads back to the choice of the order, and says to screen readers what was chosen. */
export const saySorted = (list: HTMLElement, { words, order }: Place): void => {
  if (!isInField()) list.querySelector<HTMLElement>('.sort')?.focus();
  list.append(node('p', { class: 'sorted', role: 'status' }, words.orders[order]));
};

/** The way to the form, which also leads there by itself. */
export const addWrite = (list: HTMLElement, place: Place): void => {
  const href = addressOf(place, 'form', { as: 'page', ...pageToReturn(), lang: place.language });
  list.querySelector(':scope > header')?.append(node('a', { href, rel: 'nofollow' }, place.words.write));
};
