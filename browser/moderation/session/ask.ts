import { createClient } from '../../../src/api/client.ts';
import type { Answer } from '../wire.ts';
import { PATIENCE_MS } from './patience.ts';
import type { Session } from './session.ts';

type Question = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};
/** Asks one route, written as the API's contracts write it. Never throws: the status is 0 where no answer comes in time. */
export type Ask = <Reply>(route: string, question?: Question) => Promise<Answer<Reply>>;

const UNAUTHORIZED = 401;

/**
 * Asks the API as who is signed in. A call that an expired token spoiled is repeated with a new one.
 * @param language in which the API explains itself
 */
export const createAsk = (session: Session, language: () => string): Ask => {
  const client = createClient('..', { token: () => session.tokens()?.bearer ?? '' });
  const once = async (route: string, question: Question) => {
    // A page that was signed out has timers left until the next one is there.
    if (session.state.peek() === 'out') return { isOk: false, status: 0 };
    const headers = { 'accept-language': language() };
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await client(route as never, { path: {}, ...question, headers, signal } as never);
    } catch {
      return { isOk: false, status: 0 };
    }
  };
  return async (route, question = {}) => {
    const answer = await once(route, question);
    if (answer.isOk || answer.status !== UNAUTHORIZED) return answer as never;
    const renewal = await session.renew();
    if (renewal === 'expired') return answer as never;
    if (renewal !== 'renewed') return { isOk: false, status: 0 };
    const again = await once(route, question);
    if (!again.isOk && again.status === UNAUTHORIZED) session.expire();
    return again as never;
  };
};
