import { stripVTControlCharacters } from 'node:util';
import type { Logged } from './functions/messages.ts';

/** A request that was answered. */
export type Answered = {
  readonly method: string;
  /** As it was sent, without its query. */
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** The request id in the function's log, when a function answered. */
  readonly requestId: string | undefined;
  /** Whether the edge's cache answered. */
  readonly cache: string | undefined;
};

/** The server's log: one line for each request, with what functions log about it. */
export type Journal = {
  /** A function's log entry for a request waits for that request's line; any other entry is printed at once. */
  readonly hear: (entry: Logged) => void;
  readonly answered: (request: Answered) => void;
};

type Setup = {
  readonly print: (line: string) => void;
  /** Whether a person reads the log: lines are then readable text, otherwise JSON. */
  readonly isForPeople: boolean;
  readonly now: () => number;
};

/** Most requests whose entries wait: more than can be in progress at once. */
const WAITING_MAX = 1000;

export const openJournal = ({ print, isForPeople, now }: Setup): Journal => {
  const waiting = new Map<string, Logged>();
  const write = (entry: Logged) => {
    const time = new Date(now()).toISOString();
    print(isForPeople ? lineOf(time, entry) : JSON.stringify({ time, ...entry }));
  };
  return {
    hear: (entry) => {
      const { event, requestId } = entry;
      if (event !== 'request' || typeof requestId !== 'string') return write(entry);
      waiting.set(requestId, entry);
      const [oldest = ''] = waiting.keys();
      if (waiting.size > WAITING_MAX) waiting.delete(oldest);
    },
    answered: ({ method, path, status, ms, requestId, cache }) => {
      const {
        event: _,
        route: __,
        status: ___,
        requestId: ____,
        ...more
      } = waiting.get(requestId ?? '') ?? {};
      waiting.delete(requestId ?? '');
      const facts = {
        event: 'request',
        method,
        path: shownPath(path),
        status,
        ms,
        cache,
        requestId,
        ...more,
      };
      write(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));
    },
  };
};

/** Hides secrets (receipts, private feeds) and paths that are no routes of ours, which may hold anything. */
const shownPath = (path: string): string => {
  if (path.startsWith('/r/')) return '/r/{receipt}';
  if (path.includes('/feeds/')) return '/v1/sites/{site}/feeds/{feed}';
  return /^\/(?:v1\/sites\/[a-z0-9-]{1,63}\/[a-z./-]{1,40}|[a-z]{2}\/[a-z0-9-]{0,80}|[a-z.-]{0,40})\/?$/.test(
    path,
  )
    ? path
    : '(an unknown path)';
};

/** `11:03:48 POST /v1/sites/demo/comments 202 12 ms hold: first-comment` */
const lineOf = (time: string, { event, ...facts }: Logged): string => {
  const clock = time.slice(11, 19);
  if (event !== 'request') return stripVTControlCharacters(`${clock} ${event} ${pairsOf(facts)}`.trimEnd());
  const { method, path, status, ms, cache, verdict, checks, requestId: _, ...more } = facts;
  const judged = verdict === undefined ? '' : `${verdict}${checks ? `: ${checks}` : ''}`;
  const parts = [clock, method, path, status, `${ms} ms`, cache === 'hit' ? 'from the edge' : '', judged];
  return stripVTControlCharacters([...parts, pairsOf(more)].filter((part) => part !== '').join(' '));
};

const pairsOf = (facts: Logged): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ');
