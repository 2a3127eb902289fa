import type { Reply } from '../gateway/reply.ts';

/** An entity tag in a list; it may contain commas. */
const TAGS = /(?:W\/)?("[^"]*")/g;

/** Whether an If-None-Match header names a tag, by weak comparison (RFC 9110, 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, etag: unknown): boolean => {
  if (ifNoneMatch === undefined || typeof etag !== 'string') return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return [...ifNoneMatch.matchAll(TAGS)].some(([, known]) => known === opaque);
};

/** The 304 for an answer that the client has: the same headers without those that describe a body (RFC 9110, 15.4.5). */
export const notModified = ({ headers }: Reply): Reply => {
  const { 'content-type': _, 'content-encoding': __, ...kept } = headers;
  return { status: 304, headers: kept, body: '' };
};
