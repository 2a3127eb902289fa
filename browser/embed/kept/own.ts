import type { Place } from '../place.ts';
import type { Shelf } from './storage.ts';

/** A comment sent from here, and where its author follows it. */
export type Own = {
  readonly id: string;
  readonly article: string;
  readonly author: string;
  readonly text: string;
  /** As the site draws it; absent for one that had come in before. */
  readonly html?: string;
  readonly parent?: string;
  readonly status: 'published' | 'pending' | 'not-published';
  /** Why it was not published, in a sentence. */
  readonly because?: string | undefined;
  /** Absent for one that had come in before. */
  readonly receipt?: string;
  /** When it was sent, or last found to have changed, by this browser's clock; milliseconds since 1970. */
  readonly at: number;
};

/** Comments kept of a site; the latest stay. */
const KEPT_MAX = 40;
const shelves = ['localStorage', 'sessionStorage'] as const satisfies readonly Shelf[];

const nameOf = ({ site }: Place): string => `own:${site}`;

/** One's own comments on the article. */
export const ownComments = (place: Place): readonly Own[] =>
  shelves.flatMap((shelf) => all(place, shelf)).filter(({ article }) => article === place.article);

const all = (place: Place, shelf: Shelf): readonly Own[] => {
  const known = place.kept.recall<readonly Own[]>(shelf, nameOf(place));
  return Array.isArray(known) ? known : [];
};

/** Keeps one's own comment where it is kept already, or until this tab closes. */
export const keepOwn = (place: Place, own: Own): void => {
  const isOwn = ({ id }: Own) => id === own.id;
  const shelf = shelves.find((one) => all(place, one).some(isOwn)) ?? 'sessionStorage';
  const others = all(place, shelf).filter((one) => !isOwn(one));
  write(place, shelf, [...others, own]);
};

/** Forgets one's own comment, which was erased, withdrawn or is past its time. */
export const dropOwn = (place: Place, { id: dropped }: Own): void => {
  for (const shelf of shelves) {
    const others = all(place, shelf).filter(({ id }) => id !== dropped);
    write(place, shelf, others);
  }
};

/** Keeps all of a site's own comments on one shelf and on no other. */
export const moveOwn = (place: Place, to: Shelf): void => {
  const from = to === 'localStorage' ? 'sessionStorage' : 'localStorage';
  const moved = all(place, from);
  const ids = new Set(moved.map(({ id }) => id));
  write(place, from, []);
  write(place, to, [...all(place, to).filter(({ id }) => !ids.has(id)), ...moved]);
};

const write = (place: Place, shelf: Shelf, own: readonly Own[]): void =>
  place.kept.keep(shelf, nameOf(place), own.length === 0 ? undefined : own.slice(-KEPT_MAX));
