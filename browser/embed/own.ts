import { articleIn, placed } from './list.ts';
import { node } from './nodes.ts';
import type { Place } from './place.ts';
import { keep, recall } from './remembered.ts';

/** A comment sent from here that readers do not see yet, and where its author follows it. */
export type Own = {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly parent?: string;
  readonly status: 'published' | 'pending';
  /** Absent for one that had come in before. */
  readonly receipt?: string;
};

const nameOf = ({ site, article }: Place): string => `own:${site}:${article}`;
/** Comments kept of an article; nobody has more of them waiting. */
const KEPT_MAX = 20;

/** One's own comments of this tab. */
export const ownComments = (place: Place): readonly Own[] =>
  recall<readonly Own[]>('sessionStorage', nameOf(place)) ?? [];

/** Keeps one's own comment, until this tab closes. */
export const keepOwn = (place: Place, own: Own): void => {
  const others = ownComments(place).filter(({ id }) => id !== own.id);
  keep('sessionStorage', nameOf(place), [...others, own].slice(-KEPT_MAX));
};

/** Shows one's own comment where it will stand, unless it stands there already. @returns its element */
export const showOwn = (section: HTMLElement, place: Place, own: Own): HTMLElement => {
  const known = articleIn(section, own.id);
  if (known) return known;
  const shown = drawOwn(place, own);
  placed(section, shown, own);
  section.querySelector(':scope > .none')?.remove();
  return shown;
};

const drawOwn = ({ words }: Place, { id, author, text, status, receipt }: Own): HTMLElement =>
  node(
    'article',
    { id: `comment-${id}`, class: 'own', tabindex: '-1' },
    node('header', {}, node('h3', {}, node('bdi', { class: 'author' }, author))),
    node('p', { class: 'state' }, status === 'published' ? words.published : words.held),
    ...text.split(/\n\s*\n/).map((paragraph) => node('p', { dir: 'auto', class: 'typed' }, paragraph)),
    receipt ? node('p', { class: 'ways' }, node('a', { href: receipt }, words.follow)) : undefined,
  );
