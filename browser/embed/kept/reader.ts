import { fieldOf, REMEMBER, typedIn } from '../form.ts';
import type { Place } from '../place.ts';
import { moveOwn } from './own.ts';
import type { Shelf } from './storage.ts';

const names = ['author', 'email', 'url'] as const;
type Reader = Readonly<Partial<Record<(typeof names)[number], string>>>;

const readerOf = ({ site }: Place): string => `reader:${site}`;
const visitorOf = ({ site }: Place): string => `visitor:${site}`;

/** Fills in who ticked the box last time, and ticks it again. */
export const fillReader = (place: Place, form: HTMLFormElement): void => {
  const reader = place.kept.recall<Reader>('localStorage', readerOf(place));
  const box = boxOf(form);
  if (!reader || !box) return;
  box.checked = true;
  for (const name of names) {
    const field = fieldOf(form, name);
    if (field && field.value === '') field.value = reader[name] ?? '';
  }
};

/** The token that proves the same person, of this tab or of an earlier visit. */
export const visitorToken = (place: Place): string | undefined =>
  place.kept.recall<string>('localStorage', visitorOf(place)) ??
  place.kept.recall<string>('sessionStorage', visitorOf(place));

/** Whoever sends with the box unticked is forgotten, but for this tab's own comments. */
export const forgetUnlessTicked = (place: Place, form: HTMLFormElement): void => {
  if (boxOf(form)?.checked !== false) return;
  for (const name of [readerOf(place), visitorOf(place)]) place.kept.keep('localStorage', name, undefined);
  moveOwn(place, 'sessionStorage');
};

/** Keeps who sent a comment where they ticked the box; else only their token, until this tab closes. */
export const keepReader = (place: Place, form: HTMLFormElement, visitor: string | undefined): void => {
  const shelf: Shelf = boxOf(form)?.checked ? 'localStorage' : 'sessionStorage';
  if (visitor) place.kept.keep(shelf, visitorOf(place), visitor);
  if (shelf === 'sessionStorage') return;
  const reader = Object.fromEntries(names.map((name) => [name, typedIn(form, name)]));
  place.kept.keep(shelf, readerOf(place), reader);
  moveOwn(place, shelf);
};

const boxOf = (form: HTMLFormElement): HTMLInputElement | undefined => {
  const box = fieldOf(form, REMEMBER);
  return box instanceof HTMLInputElement ? box : undefined;
};
