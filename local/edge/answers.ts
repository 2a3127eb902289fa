import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Reply } from '../gateway/reply.ts';
import { type CacheLimits, createCache } from './cache.ts';
import { isUsable } from './freshness.ts';
import type { Question } from './question.ts';
import { bytesOf, type Stored, storedOf, suits } from './stored.ts';

/** Calls the function behind a route. */
export type Ask = (event: APIGatewayProxyEventV2) => Promise<Reply>;

/** A call's answer. */
export type Outcome = {
  readonly reply: Reply;
  /** Absent for an answer that must not be shared. */
  readonly stored?: Stored;
};

/** The stored answers, and the calls that fetch them: at most one for each key at a time. */
export type Answers = {
  /** The stored answer to a question, fresh or stale. */
  readonly find: (question: Question) => Stored | undefined;
  readonly underway: (key: string) => Promise<Outcome> | undefined;
  /** Calls, and stores the answer if that is allowed. Rejects when the call does. */
  readonly fetch: (question: Question, ask: Ask) => Promise<Outcome>;
  /** Adds to the size of a stored answer. */
  readonly grow: (key: string, stored: Stored, bytes: number) => void;
};

export const createAnswers = (now: () => number, limits: CacheLimits): Answers => {
  const cache = createCache<Stored>(limits);
  const calls = new Map<string, Promise<Outcome>>();

  const keep = (key: string, reply: Reply, stored: Stored | undefined): Outcome => {
    if (stored) {
      const size = { bytes: bytesOf(key, stored), untilMs: stored.freshness.usableUntilMs };
      cache.put(key, stored, size, now());
      return { reply, stored };
    }
    // A failure leaves the stored answer until it expires. Any other answer replaces or removes it.
    if (!isFailure(reply)) cache.drop(key);
    return { reply };
  };

  return {
    find: ({ key, event }) => {
      const stored = cache.get(key, now());
      return stored && isUsable(stored.freshness, now()) && suits(stored, event) ? stored : undefined;
    },
    underway: (key) => calls.get(key),
    fetch: ({ key, event }, ask) => {
      const askedMs = now();
      const outcome = ask(event)
        .then((reply) => keep(key, reply, storedOf(reply, { event, askedMs }, now())))
        .finally(() => calls.delete(key));
      calls.set(key, outcome);
      return outcome;
    },
    grow: cache.grow,
  };
};

/** The function failed, or asked to retry later. */
export const isFailure = ({ status }: Reply): boolean => status >= 500 || status === 429;
