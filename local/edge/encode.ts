import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Reply } from '../gateway/reply.ts';
import { cacheControlOf } from './cache-control.ts';
import { acceptedCodings, type Coding } from './codings.ts';

/** Smaller answers fit in one packet even uncompressed. Source: the least size CloudFront compresses. */
const BYTES_MIN = 1_000;
/** Of 11: a page of 50 comments takes as long as with gzip and is smaller. Source: Cloudflare's for what is made on request. */
const BROTLI_QUALITY = 4;

/** Chooses the coding in which a client gets an answer. */
export const codingFor = (acceptEncoding: string | undefined, reply: Reply): Coding => {
  if (!isPlain(reply)) return 'identity';
  const accepted = acceptedCodings(acceptEncoding);
  const isWorthIt = isCompressible(reply) || !accepted.includes('identity');
  return (isWorthIt && accepted[0]) || 'identity';
};

/**
 * Encodes an answer and adapts its headers. A compressed answer gets a weak ETag, because a strong one identifies other bytes
 * (RFC 9110, 8.8.3.3). CloudFront, Cloudflare and nginx do the same, and If-None-Match compares weakly.
 */
export const encode = async (reply: Reply, coding: Coding): Promise<Reply> => {
  if (coding === 'identity') return isPlain(reply) && isCompressible(reply) ? varied(reply) : reply;
  const body = await compress[coding](Buffer.from(reply.body));
  const { headers } = varied(weakened(reply));
  return { ...reply, headers: { ...headers, 'content-encoding': coding }, body };
};

/** Encodes an answer as its client accepts it. A 304 gets the headers of the 200 that the client would have got. */
export const encodeFor = async (acceptEncoding: string | undefined, reply: Reply): Promise<Reply> => {
  if (reply.status !== 304) return encode(reply, codingFor(acceptEncoding, reply));
  return acceptedCodings(acceptEncoding)[0] === 'identity' ? varied(reply) : varied(weakened(reply));
};

const TEXT = /^(?:text\/(?!event-stream)|application\/(?:json|javascript|xml)\b|[^;]+\+(?:json|xml)\b)/i;

const isPlain = ({ status, headers, body }: Reply): boolean =>
  body.length > 0 &&
  status !== 204 &&
  status !== 304 &&
  headers['content-encoding'] === undefined &&
  !cacheControlOf(String(headers['cache-control'] ?? '')).has('no-transform');

const isCompressible = ({ headers, body }: Reply): boolean =>
  TEXT.test(String(headers['content-type'] ?? '')) && Buffer.byteLength(body) >= BYTES_MIN;

const weakened = (reply: Reply): Reply => {
  const etag = String(reply.headers.etag ?? '');
  return etag.startsWith('"') ? { ...reply, headers: { ...reply.headers, etag: `W/${etag}` } } : reply;
};

const varied = (reply: Reply): Reply => {
  const vary = String(reply.headers.vary ?? '');
  if (/(?:^|,)\s*(?:\*|accept-encoding)\s*(?:,|$)/i.test(vary)) return reply;
  const all = [vary, 'Accept-Encoding'].filter(Boolean).join(', ');
  return { ...reply, headers: { ...reply.headers, vary: all } };
};

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const compress = {
  br: (body: Buffer): Promise<Buffer> =>
    asBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer): Promise<Buffer> => asGzip(body),
};
