import { type Problem, problemOf } from '../../api/problem.ts';
import { Refusal } from '../../comment/refusal.ts';
import { type Around, type Arrived, knownSoFar } from '../chain.ts';
import { type HttpEvent, json, type Reply } from '../http.ts';
import { log, logFailure } from '../logs/log.ts';
import type { Screened } from './screen-draft.ts';

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
    request.response = finish(request.event, request.response ?? { statusCode: 204 }, judgedOf(request));
  },
  onError: (request) => {
    const { event, error } = request;
    const problem = problemOf(error, idOf(event));
    if (problem.status >= FAILURE_MIN) logFailure('request-failed', error, { requestId: idOf(event) });
    request.response = finish(event, request.response ?? refused(problem, error), judgedOf(request));
  },
});

/** The status from which on an answer tells of our fault; below it, of the caller's. */
const FAILURE_MIN = 500;

const refused = (problem: Problem, error: unknown): Reply =>
  json<Problem>(problem.status, problem, {
    'content-type': 'application/problem+json',
    ...refusalHeaders(error),
  });

/** What a refusal says beside its body: when to try again, which methods there are. */
export const refusalHeaders = (error: unknown): Record<string, string> => {
  if (!(error instanceof Refusal)) return {};
  const { code, retryAfterS, allow } = error;
  return {
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
    ...(code === 'invalid-token' ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
    ...(allow.length === 0 ? {} : { allow: allow.join(', ') }),
  };
};

/** What the checks made of a submission, and which objected. */
const judgedOf = (request: Parameters<typeof knownSoFar>[0]) => {
  const { verdict } = knownSoFar<Arrived & Screened>(request);
  if (!verdict) return {};
  const objecting = verdict.findings.filter(({ outcome }) => outcome !== 'approve');
  return { verdict: verdict.outcome, checks: objecting.map(({ check }) => check).join() };
};

const finish = (event: HttpEvent, reply: Reply, judged: Readonly<Record<string, string>>): Reply => {
  log('request', { requestId: idOf(event), route: event.routeKey, status: reply.statusCode, ...judged });
  const isHead = event.requestContext?.http?.method === 'HEAD';
  return { ...reply, ...(isHead ? { body: '' } : {}), headers: { ...always, ...reply.headers } };
};

const idOf = (event: HttpEvent): string => event.requestContext?.requestId ?? '';
