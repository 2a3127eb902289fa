import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import type { Reply } from '../http.ts';
import type { Located } from './locate.ts';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const HEADERS = 'authorization, content-type, idempotency-key, if-none-match';
/** How long a browser goes by the answer. */
const PREFLIGHT_S = 600;

/** What pages of other origins may send. Whether theirs is one of them, the CORS layer says. */
export const preflight = (forS = PREFLIGHT_S): Reply => ({
  statusCode: 204,
  headers: {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': HEADERS,
    'access-control-max-age': String(forS),
  },
});

/**
 * Where no site can be found, a page may ask this once, to read why: a refused preflight would hide it. Whether its origin may write is
 * looked at again when it does (`check-origin`).
 */
export const preflightAnyway = (): Around => ({
  onError: (request) => {
    if (knownSoFar<Arrived & Located>(request).site === undefined) request.response = preflight(0);
  },
});
