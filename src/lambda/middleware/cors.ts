import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { headerOf, type Reply } from '../http.ts';
import type { Located } from './locate.ts';

/** The one place that speaks CORS: exact origins of the site, echoed, on errors too. Nothing is ever allowed credentials. */
export const cors = (): Around => {
  const speak: Around['after'] = (request) => {
    request.response = withCors(knownSoFar<Arrived & Located>(request), request.response ?? {});
  };
  return { after: speak, onError: speak };
};

/** Headers a page of an allowed origin may read. */
const EXPOSED = 'etag, link, location, retry-after';

const withCors = ({ event, site }: Arrived & Partial<Located>, reply: Reply): Reply => {
  const origin = headerOf(event, 'origin');
  const isAllowed = origin !== undefined && site?.origins.includes(origin);
  return {
    ...reply,
    headers: {
      ...reply.headers,
      vary: [reply.headers?.vary, 'Origin'].filter(Boolean).join(', '),
      ...(isAllowed
        ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED }
        : {}),
    },
  };
};
