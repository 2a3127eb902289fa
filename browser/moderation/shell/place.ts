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

/** Follows the address. @param mayLeave asks whether the view may be left; where not, the address goes back to it */
export const openPlace = (mayLeave: () => boolean): Signal<Place> => {
  let { hash } = location;
  const place = signal(readPlace(hash));
  addEventListener('hashchange', () => {
    if (location.hash === hash) return;
    if (!mayLeave()) {
      location.hash = hash;
      return;
    }
    hash = location.hash;
    place.value = readPlace(location.hash);
  });
  return place;
};

/** Shows a view at once: the browser tells of the address only after keys that wait, which are meant for the new view. */
export const goTo = (href: string): void => {
  location.hash = href;
  dispatchEvent(new HashChangeEvent('hashchange'));
};
