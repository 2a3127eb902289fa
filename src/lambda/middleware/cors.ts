import type { MiddlewareObj } from '@middy/core';
import { headerOf, type Located, type Reply } from '../http.ts';

/** The one place that speaks CORS: exact origins of the site, echoed, on errors too. Nothing is ever allowed credentials. */
export const cors = (): MiddlewareObj<Located, Reply> => {
  const speak = (request: { event: Located; response: Reply | null | undefined }) => {
    request.response = withCors(request.event, request.response ?? {});
  };
  return { after: speak, onError: speak };
};

/** Headers a page of an allowed origin may read. */
const EXPOSED = 'etag, link, location, retry-after';

const withCors = (event: Located, reply: Reply): Reply => {
  const origin = headerOf(event, 'origin');
  const isAllowed = origin !== undefined && event.site?.origins.includes(origin);
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
