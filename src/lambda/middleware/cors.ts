import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { headerOf, type Reply } from '../http.ts';
import type { Located } from './locate.ts';

/**
 * The one place that speaks CORS: exact origins of the site, echoed, on errors too. Any page may read what went wrong before the site was
 * known, which tells of nobody's. Nothing is ever allowed credentials.
 */
export const cors = (): Around => {
  const speak: Around['after'] = (request) => {
    const known = knownSoFar<Arrived & Located>(request);
    request.response = withCors(known, request.response ?? {}, request.error);
  };
  return { after: speak, onError: speak };
};

/** Headers a page of an allowed origin may read. */
const EXPOSED = 'etag, link, location, retry-after';

const withCors = ({ event, site }: Arrived & Partial<Located>, reply: Reply, error: unknown): Reply => {
  const origin = headerOf(event, 'origin') ?? '';
  const isNowhere = error !== null && error !== undefined && site === undefined;
  const allowed = isNowhere ? '*' : site?.origins.find((one) => one === origin);
  return {
    ...reply,
    headers: {
      ...reply.headers,
      vary: [reply.headers?.vary, 'Origin'].filter(Boolean).join(', '),
      ...(allowed
        ? { 'access-control-allow-origin': allowed, 'access-control-expose-headers': EXPOSED }
        : {}),
    },
  };
};
