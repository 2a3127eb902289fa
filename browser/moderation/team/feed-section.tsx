import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { ProblemLine } from '../shell/problem.tsx';
import { CopyField } from './copy-field.tsx';

/** One's own private feed of what waits. Its address is shown once, when it is made. */
export const FeedSection = () => {
  const { calls, words, times } = useDesk();
  const said = words.value.team.feed;
  const { isBusy, problem, run } = useBusy();
  const since = useSignal<string | null>(null);
  const url = useSignal<string | undefined>(undefined);
  const take = (reply: { readonly since: string | null; readonly url?: string }) => {
    since.value = reply.since;
    url.value = reply.url;
  };
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
        <button type="button" disabled={isBusy.value} onClick={() => void run(calls.makeFeed(), take)}>
          {since.value === null ? said.make : said.renew}
        </button>
        {since.value !== null && (
          <button type="button" disabled={isBusy.value} onClick={() => void run(calls.dropFeed(), take)}>
            {said.drop}
          </button>
        )}
      </p>
    </section>
  );
};
