import type { Words } from './script-words.ts';

/** Which conversation an element shows, and how it speaks. */
export type Place = {
  /** The API's own address, without a slash at its end. */
  readonly base: string;
  readonly site: string;
  readonly article: string;
  readonly language: string;
  readonly words: Words;
};

/** An address of the site in the API, with the article and more in its query. */
export const addressOf = (
  { base, site, article }: Place,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string =>
  `${base}/v1/sites/${encodeURIComponent(site)}/${path}?${new URLSearchParams({ article, ...more })}`;

/** Asks for JSON, without cookies. @throws {TypeError} without a network, {Error} for every answer but a success */
export const askFor = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address, { credentials: 'omit', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};
