import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { ConfirmButton } from '../shell/confirm-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { CopyField } from './copy-field.tsx';

/** One's own private feed of what waits. Its address is shown once, when it is made. @param onChanged told when the member's version has risen */
export const FeedSection = ({ onChanged }: { readonly onChanged: () => void }) => {
  const { calls, words, times } = useDesk();
  const said = words.value.team.feed;
  const { isBusy, problem, run, send } = useBusy();
  const since = useSignal<string | null>(null);
  const url = useSignal<string | undefined>(undefined);
  const take = (reply: { readonly since: string | null; readonly url?: string }) => {
    since.value = reply.since;
    url.value = reply.url;
  };
  const change = (reply: Parameters<typeof take>[0]) => {
    take(reply);
    onChanged();
  };
  const make = () => void send(calls.makeFeed(), change);
  useEffect(() => void run(calls.feed(), take), []);
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      {since.value !== null && <p>{said.since(times.value.exact(since.value))}</p>}
      {url.value && (
        <div class="notice" role="status">
          <p>{said.once}</p>
          <CopyField label={said.address} value={url.value} />
        </div>
      )}
      <ProblemLine text={problem.value} />
      <p class="buttons">
        {since.value === null ? (
          <BusyButton isBusy={isBusy} isPrimary={false} onClick={make}>
            {said.make}
          </BusyButton>
        ) : (
          <>
            <ConfirmButton label={said.renew} question={said.endLead} onConfirm={make} />
            <ConfirmButton
              label={said.drop}
              question={said.endLead}
              onConfirm={() => void send(calls.dropFeed(), change)}
            />
          </>
        )}
      </p>
    </section>
  );
};
