import { dayOf } from '../comment/time.ts';

/** A name that stays the same wherever it is read (RFC 4151): of the API's host, on a day on which it was in use. */
export const tagUri = (baseUrl: string, at: number, name: string): string =>
  `tag:${new URL(baseUrl).hostname},${dayOf(at)}:${name}`;

/** Of a comment, in every feed that has it. */
export const commentUri = (
  baseUrl: string,
  { site, id, createdAt }: { readonly site: string; readonly id: string; readonly createdAt: number },
): string => tagUri(baseUrl, createdAt, `${site}/${id}`);

/** Of something of a site that is as old as this software. */
export const siteUri = (baseUrl: string, site: string, name: string): string =>
  tagUri(baseUrl, Date.UTC(2026, 0), `${site}/${name}`);
