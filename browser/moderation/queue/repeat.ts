import type { Desk } from '../desk.ts';
import { type Caught, deciderOf, keepCaught, letGo } from '../session/caught.ts';
import { type Failure, mayWork, sayFailure } from '../shell/failure.ts';
import type { Decision, DecisionRequest, DecisionResult } from '../wire.ts';
import { batchesOf } from './batches.ts';
import { conflictSentence } from './conflict.ts';
import { sayMany } from './decide.ts';
import { send } from './send-decisions.ts';

/**
 * Makes the decisions that an expired sign-in caught. They are said, counted and taken back like all others. What could not be sent is kept for
 * the next visit; what there was no room for counts as not made.
 */
export const repeatCaught = async (desk: Desk, { decisions, lost }: Caught): Promise<void> => {
  const { tokens, results, failure } = await sendAgain(desk, decisions);
  if (tokens.length > 0)
    desk.undos.push({ listing: undefined, queue: undefined, rows: [], tokens: Promise.resolve(tokens) });
  desk.countOwn(undefined, 0);
  const done = new Set(results.filter(({ problem }) => !problem).map(({ comment }) => comment));
  const made = decisions.filter(({ comment }) => done.has(comment));
  const failed = decisions.length - made.length + lost;
  if (made.length > 0) return sayMade(desk, made, { done: made.length, failed, failure, isUndoable: true });
  if (failure) return sayFailure(desk, failure);
  const text = conflictSentence(desk, results[0]?.problem);
  desk.toasts.show({
    text: lost > 0 ? `${text} ${desk.words.value.queue.failedMany(lost)}` : text,
    tone: 'problem',
  });
};

/** What came of it. What the API refuses for good is not kept: it would be refused at every visit. */
const sendAgain = async (desk: Desk, caught: readonly DecisionRequest[]) => {
  const tokens: string[] = [];
  const results: DecisionResult[] = [];
  let failure: Failure | undefined;
  const by = deciderOf(desk.me);
  // Who leaves before the answers come makes them at the next visit.
  keepCaught(by, caught);
  for (const batch of batchesOf(caught)) {
    const answer = await send(desk, batch, tokens);
    if (answer.isOk) results.push(...answer.reply.results);
    else failure = answer;
    if (answer.isOk || !mayWork(answer)) letGo(by, batch);
  }
  return { tokens, results, failure };
};

const sayMade = (
  desk: Desk,
  made: readonly DecisionRequest[],
  many: Omit<Parameters<typeof sayMany>[1], 'said'>,
): void => {
  const { doneMany } = desk.words.value.queue;
  const counts = new Map<Decision, number>();
  for (const { decision } of made) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  const said = [...counts].map(([decision, count]) => doneMany[decision](count)).join(', ');
  sayMany(desk, { said, ...many });
};
