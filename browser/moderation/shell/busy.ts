import { type Signal, useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import type { Answer } from '../wire.ts';
import { failureSentence } from './failure.ts';

export type Busy = {
  readonly isBusy: Signal<boolean>;
  /** Why the last call failed. */
  readonly problem: Signal<string | undefined>;
  /** Runs a call; what it answers goes on only when it worked. */
  readonly run: <Reply>(call: Promise<Answer<Reply>>, then: (reply: Reply) => void) => Promise<void>;
};

/** One call at a time of a form, and what went wrong with it. */
export const useBusy = (): Busy => {
  const desk = useDesk();
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  return {
    isBusy,
    problem,
    run: async (call, then) => {
      isBusy.value = true;
      problem.value = undefined;
      const answer = await call;
      isBusy.value = false;
      if (answer.isOk) then(answer.reply);
      else problem.value = failureSentence(desk, answer);
    },
  };
};
