import { type Problem, problemOf } from '../../api/problem.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Around } from '../chain.ts';
import { type HttpEvent, json, type Reply } from '../http.ts';
import { errorFacts, log } from '../log.ts';

/** Sent with everything: nothing here is a document that may run, frame or be sniffed. A reply may state its own. */
const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** The outermost layer but CORS: every error becomes an answer (RFC 9457), every answer gets its headers and one log line. */
export const answer = (): Around => ({
  after: (request) => {
    request.response = finish(request.event, request.response ?? { statusCode: 204 });
  },
  onError: (request) => {
    const { event, error } = request;
    const isExpected = error instanceof Refusal;
    const cause = isExpected ? error.cause : error;
    if (!isExpected || cause) log('request-failed', { requestId: idOf(event), ...errorFacts(cause) });
    request.response = finish(event, request.response ?? refused(event, error));
  },
});

const refused = (event: HttpEvent, error: unknown): Reply => {
  const problem = problemOf(error, idOf(event));
  return json<Problem>(problem.status, problem, {
    'content-type': 'application/problem+json',
    ...refusalHeaders(error),
  });
};

/** What a refusal says beside its body: when to try again, which methods there are. */
export const refusalHeaders = (error: unknown): Record<string, string> => {
  if (!(error instanceof Refusal)) return {};
  const { retryAfterS, allow } = error;
  return {
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
    ...(allow.length === 0 ? {} : { allow: allow.join(', ') }),
  };
};

const finish = (event: HttpEvent, reply: Reply): Reply => {
  log('request', { requestId: idOf(event), route: event.routeKey, status: reply.statusCode });
  const isHead = event.requestContext?.http?.method === 'HEAD';
  return { ...reply, ...(isHead ? { body: '' } : {}), headers: { ...always, ...reply.headers } };
};

const idOf = (event: HttpEvent): string => event.requestContext?.requestId ?? '';
