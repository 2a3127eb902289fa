import { invalid } from '../errors.ts';
import { type Item, own, put, type Value } from '../values/values.ts';

/** A document path: an attribute, then map keys and list indexes. Names may be placeholders. */
export type Path = { readonly kind: 'path'; readonly parts: readonly (string | number)[] };
type Parts = readonly (string | number)[];

const misplaced = () => invalid('The document path provided in the update expression is invalid for update');

/** Marks a removed list element, so that the others keep their indexes until the whole update is applied. */
const GONE: Value = {};

/** An item under change: a copy, whose values are still those of the item before and are never changed themselves. */
export type Draft = Record<string, Value>;

/** Sets a value at a path. The parent must exist; an index past a list's end appends. @throws ValidationException */
export const setAt = (draft: Draft, parts: Parts, value: Value): void => {
  const name = parts[0] as string;
  put(draft, name, parts.length === 1 ? value : setIn(own(draft, name), parts.slice(1), value));
};

const setIn = (holder: Value | undefined, parts: Parts, value: Value): Value => {
  const [part] = parts;
  if (typeof part === 'string' && holder?.M) {
    const map = { ...holder.M };
    setAt(map, parts, value);
    return { M: map };
  }
  if (typeof part !== 'number' || !holder?.L) throw misplaced();
  const at = Math.min(part, holder.L.length);
  return {
    L: holder.L.toSpliced(at, 1, parts.length === 1 ? value : setIn(holder.L[at], parts.slice(1), value)),
  };
};

/** Removes a value at a path. It may be missing; its parent must exist. Lists keep the gap until `closeGaps`. @throws ValidationException */
export const removeAt = (draft: Draft, parts: Parts): void => {
  const name = parts[0] as string;
  if (parts.length === 1) delete draft[name];
  else put(draft, name, removeIn(own(draft, name), parts.slice(1)));
};

const removeIn = (holder: Value | undefined, parts: Parts): Value => {
  const [part] = parts;
  if (typeof part === 'string' && holder?.M) {
    const map = { ...holder.M };
    removeAt(map, parts);
    return { M: map };
  }
  if (typeof part !== 'number' || !holder?.L) throw misplaced();
  const element = holder.L[part];
  if (!element && parts.length > 1) throw misplaced();
  if (!element) return holder;
  return { L: holder.L.with(part, parts.length === 1 ? GONE : removeIn(element, parts.slice(1))) };
};

/** Closes the gaps in the lists of these attributes. */
export const closeGaps = (draft: Draft, names: Iterable<string>): void => {
  for (const name of names) {
    const value = own(draft, name);
    if (value) put(draft, name, withoutGaps(value));
  }
};

const withoutGaps = (value: Value): Value => {
  if (value.L) return { L: value.L.filter((element) => element !== GONE).map(withoutGaps) };
  if (!value.M) return value;
  const map = { ...value.M };
  closeGaps(map, Object.keys(map));
  return { M: map };
};

/** Orders paths part by part, so that elements are appended to a list in the order of their indexes. */
export const byPlace = (one: Parts, other: Parts): number => {
  const at = one.findIndex((part, place) => part !== other[place]);
  const [a, b] = [one[at], other[at]];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
};

/** @throws ValidationException when one path contains another, or one has a key where another has an index */
export const checkApart = (paths: readonly Parts[]): void => {
  if (paths.length < 2) return;
  if (paths.every(({ length }) => length === 1)) {
    if (new Set(paths.map(([name]) => name)).size < paths.length) throw overlapping();
    return;
  }
  for (const [at, one] of paths.entries()) for (const other of paths.slice(at + 1)) checkPair(one, other);
};

const checkPair = (one: Parts, other: Parts): void => {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    if (one[at] === other[at]) continue;
    if (typeof one[at] !== typeof other[at])
      throw invalid('Two document paths conflict with each other; must remove or rewrite one of them');
    return;
  }
  throw overlapping();
};

const overlapping = () =>
  invalid('Two document paths overlap with each other; must remove or rewrite one of these paths');

/** Keeps only the values at these paths, nested as in the item. Lists keep their order and have no gaps. */
export const project = (item: Item, paths: readonly Parts[]): Item => {
  const projected: Record<string, Value> = {};
  for (const [name, of] of grouped(paths)) {
    const value = own(item, name as string);
    const kept = value && keep(value, of);
    if (kept) put(projected, name as string, kept);
  }
  return projected;
};

const grouped = (paths: readonly Parts[]) =>
  [...Map.groupBy(paths, ([first]) => first)].map(
    ([first, of]) => [first, of.map(([, ...rest]) => rest)] as const,
  );

const keep = (value: Value, paths: readonly Parts[]): Value | undefined => {
  if (paths.some(({ length }) => length === 0)) return value;
  if (value.M) {
    const inner = project(
      value.M,
      paths.filter(([part]) => typeof part === 'string'),
    );
    return Object.keys(inner).length > 0 ? { M: inner } : undefined;
  }
  const { L } = value;
  if (!L) return undefined;
  const places = grouped(paths).filter(([place]) => typeof place === 'number');
  const kept = places
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .flatMap(([place, of]) => {
      const element = L[place as number];
      return (element && keep(element, of)) ?? [];
    });
  return kept.length > 0 ? { L: kept } : undefined;
};
