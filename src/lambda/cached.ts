import { fingerprintOf } from '../tokens/digests.ts';
import { type HttpEvent, headerOf, type Reply } from './http.ts';

/** How long caches may keep an answer, and how much longer while they ask for a new one, in seconds. */
export type CacheTimes = { readonly forS: number; readonly staleS: number };
export const PAGE_CACHE: CacheTimes = { forS: 10, staleS: 60 };
/** Coral keeps its counts for two minutes. */
export const COUNTS_CACHE: CacheTimes = { forS: 60, staleS: 120 };
export const DOCUMENT_CACHE: CacheTimes = { forS: 3600, staleS: 86_400 };

/** A public answer that caches keep, with a strong ETag over its very bytes; 304 for who has them already. */
export const cached = (event: HttpEvent, reply: Reply, { forS, staleS }: CacheTimes): Reply => {
  const etag = `"${fingerprintOf(reply.body ?? '')}"`;
  const headers = {
    ...reply.headers,
    etag,
    'cache-control': `public, max-age=0, s-maxage=${forS}, stale-while-revalidate=${staleS}`,
  };
  return isKnown(headerOf(event, 'if-none-match'), etag)
    ? { statusCode: 304, headers, body: '' }
    : { ...reply, headers };
};

/** Weak comparison, as If-None-Match wants (RFC 9110, 13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((known) => ['*', etag].includes(known.trim().replace(/^W\//, ''))) ?? false;
