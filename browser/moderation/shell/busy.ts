import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Answer } from '../wire.ts';
import { type Failure, failureSentence, sayFailure } from './failure.ts';

export type Busy = {
  readonly isBusy: Signal<boolean>;
  /** Why the last call failed. */
  readonly problem: Signal<string | undefined>;
  /** The field that was wrong in it. */
  readonly field: Signal<string | undefined>;
  /**
   * Runs a call; what it answers goes on only when it worked, and when nothing was asked here since.
   * @param onRefused brings up to date what the API may have refused as out of date, before the form can be sent again
   */
  readonly run: Run<void>;
  /** The same for what changes something: why it failed is said on the page where its form is there no more. */
  readonly send: Run<void>;
};

type Run<Result> = <Reply>(
  call: Promise<Answer<Reply>>,
  then: (reply: Reply) => void,
  onRefused?: () => Promise<unknown>,
) => Promise<Result>;

/** One call at a time of a form, and what went wrong with it. */
export const useBusy = (): Busy => {
  const desk = useDesk();
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const field = useSignal<string | undefined>(undefined);
  const calls = useRef(0);
  const isGone = useIsGone();
  const ask: Run<Failure | undefined> = async (call, then, onRefused) => {
    calls.current += 1;
    const mine = calls.current;
    isBusy.value = true;
    problem.value = undefined;
    const answer = await call;
    if (mine !== calls.current) return undefined;
    if (!answer.isOk && answer.problem) await onRefused?.();
    isBusy.value = false;
    if (answer.isOk) {
      then(answer.reply);
      return undefined;
    }
    field.value = answer.problem?.fields?.[0]?.field;
    problem.value = failureSentence(desk, answer);
    return answer;
  };
  return {
    ...{ isBusy, problem, field },
    run: async (...asked) => void (await ask(...asked)),
    send: async (...asked) => {
      const failure = await ask(...asked);
      if (failure && isGone.current) sayFailure(desk, failure);
    },
  };
};

/** Whether what it is called from has left the page. */
const useIsGone = () => {
  const isGone = useRef(false);
  useLayoutEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  return isGone;
};
