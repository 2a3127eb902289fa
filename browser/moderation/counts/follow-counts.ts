import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Calls } from '../calls/site-calls.ts';
import type { Counts, Queue } from '../wire.ts';

export type FollowedCounts = {
  /** As the API counted them when something else than what was done here may have changed them. */
  readonly counted: ReadonlySignal<Counts | undefined>;
  /** The same with what was done here since. */
  readonly counts: ReadonlySignal<Counts | undefined>;
  /** Asks for the counts now. */
  readonly recount: () => Promise<void>;
  /** Counts what was done here at once, and asks the API until it has counted it too. */
  readonly countOwn: (queue: Queue | undefined, by: number) => void;
};

/** The API counts a decision a moment after it. Milliseconds between looks; after the last one its number holds. */
const LOOKS_MS = [1_000, 3_000, 9_000];

export const followCounts = (calls: Calls, now: Signal<number>): FollowedCounts => {
  const counted = signal<Counts | undefined>(undefined);
  const counts = signal<Counts | undefined>(undefined);
  /** Queues whose number here the API has not confirmed. */
  const own = new Set<Queue>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [asked, answered] = [0, 0];
  /** Undefined too when a later question was answered first. */
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const answer = await calls.counts();
    now.value = Date.now();
    if (!answer.isOk || mine < answered) return undefined;
    answered = mine;
    return answer.reply;
  };
  const take = (reply: Counts | undefined, isTold: boolean) => {
    if (reply === undefined) return;
    batch(() => {
      counts.value = withOwn(reply, counts.value, own);
      if (isTold) counted.value = reply;
    });
  };
  const lookAgain = (look: number): void => {
    clearTimeout(timer);
    const mine = setTimeout(async () => {
      const reply = await ask();
      if (timer !== mine) return;
      const isConfirmed = reply !== undefined && agree(reply, counts.value, own);
      const isLast = look + 1 >= LOOKS_MS.length;
      if (isConfirmed || isLast) own.clear();
      else lookAgain(look + 1);
      take(reply, isLast && !isConfirmed);
    }, LOOKS_MS[look]);
    timer = mine;
  };
  return {
    ...{ counted, counts },
    recount: async () => take(await ask(), true),
    countOwn: (queue, by) => {
      const state = queue && counts.value?.queues[queue];
      if (counts.value && state && by !== 0) {
        own.add(queue);
        counts.value = withCount(counts.value, queue, Math.max(0, state.count + by));
      }
      lookAgain(0);
    },
  };
};

const countOf = (counts: Counts | undefined, queue: Queue) => counts?.queues[queue]?.count;

const agree = (reply: Counts, shown: Counts | undefined, own: ReadonlySet<Queue>): boolean =>
  [...own].every((queue) => countOf(reply, queue) === countOf(shown, queue));

const withOwn = (reply: Counts, shown: Counts | undefined, own: ReadonlySet<Queue>): Counts =>
  [...own].reduce((all, queue) => withCount(all, queue, countOf(shown, queue)), reply);

const withCount = (counts: Counts, queue: Queue, count: number | undefined): Counts => {
  const state = counts.queues[queue];
  return state && count !== undefined
    ? { ...counts, queues: { ...counts.queues, [queue]: { ...state, count } } }
    : counts;
};
