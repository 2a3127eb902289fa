import type { CacheTimes } from '../api/contract.ts';
import { unkeyedDigest } from '../tokens/digests.ts';
import { type HttpEvent, headerOf, type Reply } from './http.ts';

/** Any page may load such an answer, also one that checks its integrity or isolates itself. */
export const FOR_ANY_PAGE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** A public answer that caches keep, with a strong ETag over its very bytes; 304 for who has them already. */
export const cached = (event: HttpEvent, reply: Reply, { forS, staleS, clientS = 0 }: CacheTimes): Reply => {
  const etag = `"${unkeyedDigest(reply.body ?? '')}"`;
  const headers = {
    ...reply.headers,
    etag,
    'cache-control': `public, max-age=${clientS}, s-maxage=${forS}, stale-while-revalidate=${staleS}`,
  };
  return isKnown(headerOf(event, 'if-none-match'), etag)
    ? { statusCode: 304, headers, body: '' }
    : { ...reply, headers };
};

/** Whether `If-None-Match` names an ETag: compared weakly (RFC 9110, 13.1.2). */
export const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((known) => ['*', strong(etag)].includes(strong(known.trim()))) ?? false;

const strong = (etag: string): string => etag.replace(/^W\//, '');
