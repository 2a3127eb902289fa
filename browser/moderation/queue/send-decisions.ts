import type { Desk } from '../desk.ts';
import { deciderOf, keepCaught } from '../session/caught.ts';
import type { Answer, Decided, DecisionRequest, DecisionResult } from '../wire.ts';

const EXPIRED = 401;

/**
 * Sends decisions, a request's worth at most. What an expired sign-in catches is kept for the next one.
 * @param undos takes what takes them back
 */
export const send = async (
  desk: Desk,
  asked: readonly DecisionRequest[],
  undos: string[],
): Promise<Answer<Decided>> => {
  const answer = await desk.calls.decide(asked);
  if (!answer.isOk) {
    if (answer.status === EXPIRED) keepCaught(deciderOf(desk.me), asked);
    return answer;
  }
  const { undo, results } = answer.reply;
  if (undo !== null) undos.push(undo);
  desk.passed.note(results);
  // A thread of more than a hundred replies takes the same request several times.
  return results.some(isUnderWay) ? send(desk, asked, undos) : answer;
};

const isUnderWay = ({ thread }: DecisionResult): boolean =>
  thread !== undefined && thread.left > 0 && thread.removed > 0;
