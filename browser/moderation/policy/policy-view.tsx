import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { PolicyNow } from '../wire.ts';
import { EntryPreviewForm } from './entry-preview.tsx';
import { keptDraft } from './kept-draft.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyHistory } from './policy-history.tsx';

/** The site's policy: the document, what an edit changes, and what an entry of a list would match. */
export const PolicyView = () => {
  const desk = useDesk();
  const { calls, words } = desk;
  const { frame, policy } = words.value;
  const now = useSignal<PolicyNow | undefined>(undefined);
  const { problem, run } = useBusy();
  const take = (reply: PolicyNow) => {
    now.value = reply;
  };
  // A draft goes on from the version it was written on, so that what somebody else saved since is shown before it is written over.
  useEffect(() => void run(calls.policy(), (reply) => take(keptDraft(desk)?.now ?? reply)), []);
  return (
    <div class="column alone">
      <h1>{frame.views.policy}</h1>
      <p>{policy.lead}</p>
      <ProblemLine text={problem.value} />
      {now.value ? <PolicyEditor now={now.value} onSaved={take} /> : <Skeleton />}
      <EntryPreviewForm />
      {now.value && <PolicyHistory now={now.value} onSaved={take} />}
    </div>
  );
};
