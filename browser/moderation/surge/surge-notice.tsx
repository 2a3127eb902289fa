import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { BusyButton } from '../shell/busy-button.tsx';
import { placeHref } from '../shell/place.ts';
import { ProblemLine } from '../shell/problem.tsx';
import type { Surge } from '../wire.ts';

/** One line for all waves of spam, at the foot of the page, where nothing moves when it comes or goes. */
export const SurgeNotice = () => {
  const { counts, now, me } = useDesk();
  const surges = (counts.value?.surges ?? []).filter(({ until }) => Date.parse(until) > now.value);
  const worst = surges.find(({ article }) => article === null) ?? surges[0];
  return (
    <div class="surge" role="status">
      {worst && (
        <div>
          <Sentence worst={worst} count={surges.length} />
          {me.member.role === 'admin' && <Relax />}
        </div>
      )}
    </div>
  );
};

const Sentence = ({ worst, count }: { readonly worst: Surge; readonly count: number }) => {
  const { words, times } = useDesk();
  const { surge } = words.value.frame;
  const { article, since, sharePercent, comments } = worst;
  const from = times.value.clock(since);
  return (
    <p>
      <strong>{article === null ? surge.site(from) : surge.articles(count, from)}</strong>{' '}
      {article !== null && count === 1 && (
        <>
          (<a href={placeHref('search', { article })}>{article}</a>){' '}
        </>
      )}
      · {surge.share(sharePercent, comments)} · {surge.wait}
    </p>
  );
};

const Relax = () => {
  const { calls, words, recount } = useDesk();
  const { isBusy, problem, run } = useBusy();
  return (
    <>
      <BusyButton
        isBusy={isBusy}
        isPrimary={false}
        onClick={() => void run(calls.relaxSurges(), () => void recount())}
      >
        {words.value.frame.surge.relax}
      </BusyButton>
      <ProblemLine text={problem.value} />
    </>
  );
};
