import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Choice } from '../filters/choice.tsx';
import { useBusy } from '../shell/busy.ts';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { Stats } from '../wire.ts';
import { Agreement, Daily, People, Reasons, SpamShare, Waiting } from './questions.tsx';

const PERIODS = [7, 30, 90, 365];

/** What came in, what was decided, and how long it took: a question, its answer, a chart and its figures each. */
export const StatsView = () => {
  const { calls, words, me } = useDesk();
  const { frame, stats: said } = words.value;
  const days = useSignal(30);
  const stats = useSignal<Stats | undefined>(undefined);
  const { problem, run } = useBusy();
  useEffect(
    () =>
      void run(calls.stats(days.value), (reply) => {
        stats.value = reply;
      }),
    [days.value],
  );
  const now = stats.value;
  return (
    <div class="column alone stats">
      <h1>{frame.views.stats}</h1>
      <Choice
        label={said.period}
        value={String(days.value)}
        options={PERIODS.map((count) => [String(count), said.days(count)])}
        onChoose={(chosen) => {
          days.value = Number(chosen);
        }}
      />
      <p class="soft">
        {me.site.timeZone !== 'UTC' && said.clock} {said.undone}
      </p>
      <ProblemLine text={problem.value} />
      {now === undefined && !problem.value && <Skeleton />}
      {now && (
        <>
          <Daily stats={now} />
          <Waiting stats={now} />
          <SpamShare stats={now} />
          <Reasons stats={now} />
          <Agreement stats={now} />
          <People stats={now} />
        </>
      )}
    </div>
  );
};
