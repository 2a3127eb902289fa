import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Reply } from '../gateway/reply.ts';
import { type Answers, type Ask, createAnswers, isFailure } from './answers.ts';
import type { CacheLimits } from './cache.ts';
import { type Contracts, contracts } from './contracts.ts';
import { encodeFor } from './encode.ts';
import { ageOf, isFresh } from './freshness.ts';
import { type Question, questionOf } from './question.ts';
import { serve } from './serve.ts';
import { type Stored, suits } from './stored.ts';

/** Answers a request, from the cache or by asking its function. Rejects when the function does. */
export type Edge = (event: APIGatewayProxyEventV2, ask: Ask) => Promise<Reply>;

type Setup = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: CacheLimits;
  readonly routes?: Contracts;
};

/** About 200 pages of 50 comments (70 KB each with both compressed forms). */
const edgeLimits: CacheLimits = { entriesMax: 1_000, bytesMax: 16 * 1024 * 1024 };

/**
 * A shared cache in front of the functions, like a CDN's: an answer is served for `s-maxage`, and then for
 * `stale-while-revalidate` while one call fetches the next. Concurrent misses of one answer share one call.
 */
export const createEdge = ({ now, limits = edgeLimits, routes = contracts }: Setup): Edge => {
  const answers = createAnswers(now, limits);
  return async (event, ask) => {
    const question = questionOf(routes, event);
    if (!question) return encodeFor(event.headers['accept-encoding'], await ask(event));
    const request = { answers, now, question, event, ask };
    const stored = answers.find(question);
    return stored ? fromCache(request, stored) : fromFunction(request);
  };
};

type Request = {
  readonly answers: Answers;
  readonly now: () => number;
  readonly question: Question;
  readonly event: APIGatewayProxyEventV2;
  readonly ask: Ask;
};

const fromCache = (request: Request, stored: Stored): Promise<Reply> => {
  const { answers, now, question, ask } = request;
  const isDue = !isFresh(stored.freshness, now()) && !answers.underway(question.key);
  // When the call fails, the stale answer stays, and the next request calls again.
  if (isDue) void answers.fetch(question, ask).catch(() => undefined);
  return share(request, stored, { 'x-cache': 'hit', age: ageOf(stored.freshness, now()) });
};

const fromFunction = async (request: Request): Promise<Reply> => {
  const { answers, now, question, event, ask } = request;
  const underway = answers.underway(question.key);
  const { reply, stored } = await (underway ?? answers.fetch(question, ask));
  if (stored && suits(stored, event)) {
    // Only the request that made the call gets an answer without an Age (RFC 9111, 5.1).
    const age = underway ? { age: ageOf(stored.freshness, now()) } : {};
    return share(request, stored, { 'x-cache': 'miss', ...age });
  }
  // An answer that must not be shared is only for the request that made the call. A failure is for all that waited: a call
  // for each of them would multiply the load on a failing function.
  const own = underway && !isFailure(reply) ? await ask(event) : reply;
  return encodeFor(event.headers['accept-encoding'], own);
};

const share = (
  { answers, question: { key }, event: { headers } }: Request,
  stored: Stored,
  says: Readonly<Record<string, string>>,
): Promise<Reply> => serve(stored, { headers, says, onGrown: (bytes) => answers.grow(key, stored, bytes) });
