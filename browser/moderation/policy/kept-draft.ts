import { effect, type Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { type Desk, useDesk } from '../desk.ts';
import type { PolicyNow } from '../wire.ts';
import { type Draft, written } from './draft.ts';

/** A policy that is not saved: what it was written on, and its text. */
type Kept = { readonly now: PolicyNow; readonly text: string };

const POLICY = 'policy';

export const keptDraft = ({ drafts }: Desk): Kept | undefined => {
  const kept = drafts.of(POLICY).peek();
  return kept === '' ? undefined : JSON.parse(kept);
};

/** Keeps a draft until it is saved, and asks before somebody leaves without that. */
export const useKeptDraft = (draft: Draft, base: Signal<PolicyNow>): void => {
  const { drafts, unsaved, words } = useDesk();
  // At once, where `useEffect` and `useSignalEffect` wait for the next frame: who leaves within it is asked, or not, by what is typed now.
  useLayoutEffect(() => {
    const stop = effect(() => {
      const now = base.value;
      const text = draft.text.value;
      const isUnsaved = text !== written(now.policy);
      drafts.of(POLICY).value = isUnsaved ? JSON.stringify({ now, text } satisfies Kept) : '';
      unsaved.value = isUnsaved ? words.value.policy.leave : undefined;
    });
    const ask = (event: BeforeUnloadEvent) => unsaved.peek() && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => {
      stop();
      removeEventListener('beforeunload', ask);
      unsaved.value = undefined;
    };
  }, []);
};
