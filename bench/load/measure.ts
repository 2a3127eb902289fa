import { setTimeout as wait } from 'node:timers/promises';
import { untilQuiet } from '../accounting/process-tree.ts';
import type { Answer, Ask, Request } from './ask.ts';
import { runLoad } from './run-load.ts';
import { median, percentile } from './statistics.ts';

/** A server under test. */
export type Subject = {
  readonly name: 'palabre' | 'bare' | 'wordpress';
  readonly ask: Ask;
  /** The processes whose CPU counts, with all their descendants. */
  readonly pids: readonly number[];
};

/** One kind of request, again and again. */
export type Work = {
  /** The next request, different each time where the work wants it. */
  readonly next: () => Request;
  /** @throws {WrongAnswer} */
  readonly check: (answer: Answer) => void;
  /** Whether all that follows from the requests so far has happened. */
  readonly isFollowedUp?: () => Promise<boolean>;
};

/** How much of it. */
export type Amount = { readonly count: number; readonly atOnce: number; readonly warmUp: number };

export type Figures = {
  /** CPU of all processes of the server for one request, milliseconds, with what follows from it. */
  readonly cpuMs: number;
  /** Requests answered in a second. */
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Bytes of the last answer's body. */
  readonly bytes: number;
};

const FOLLOW_MS_MAX = 120_000;
const LOOK_MS = 250;

/** Does some work once. @throws {WrongAnswer} at the first answer that is wrong, or when the follow-up never comes. */
export const measure = async (subject: Subject, work: Work, amount: Amount): Promise<Figures> => {
  let bytes = 0;
  const call = async () => {
    const answer = await subject.ask(work.next());
    work.check(answer);
    bytes = answer.bytes;
  };
  await runLoad({ ...amount, count: amount.warmUp }, call);
  const before = await followedUp(subject, work);
  const { wallMs, latenciesMs } = await runLoad(amount, call);
  const after = await followedUp(subject, work);
  return {
    cpuMs: (after - before) / amount.count,
    perSecond: (1000 * amount.count) / wallMs,
    medianMs: median(latenciesMs),
    p99Ms: percentile(latenciesMs, 0.99),
    bytes,
  };
};

/** Asks whether all has followed only once the server is quiet, and takes the time before asking, so that it costs nothing. */
const followedUp = async ({ pids }: Subject, { isFollowedUp }: Work): Promise<number> => {
  const end = performance.now() + FOLLOW_MS_MAX;
  for (;;) {
    const used = await untilQuiet(pids);
    if (isFollowedUp === undefined || (await isFollowedUp())) return used;
    if (performance.now() > end) throw new Error('What follows from the requests did not happen.');
    await wait(LOOK_MS);
  }
};
