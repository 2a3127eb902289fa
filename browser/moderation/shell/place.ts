import { type Signal, signal } from '@preact/signals';

/** Which view is shown, as the fragment of the address tells: `#/pending?article=gare`. */
export type Place = { readonly view: string; readonly query: Readonly<Record<string, string>> };

export const HOME = 'pending';

export const readPlace = (hash: string): Place => {
  const [, view = '', search = ''] = /^#\/([a-z]+)(?:\?(.*))?$/.exec(hash) ?? [];
  return { view: view || HOME, query: Object.fromEntries(new URLSearchParams(search)) };
};

/** @param query what is undefined or empty is left out */
export const placeHref = (view: string, query: Readonly<Record<string, string | undefined>> = {}): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `#/${view}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
};

/** Follows the address. */
export const openPlace = (): Signal<Place> => {
  const place = signal(readPlace(location.hash));
  addEventListener('hashchange', () => {
    place.value = readPlace(location.hash);
  });
  return place;
};

export const goTo = (href: string): void => {
  location.hash = href;
};
