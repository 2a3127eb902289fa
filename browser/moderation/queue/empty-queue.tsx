import { useDesk } from '../desk.ts';
import type { Queue } from '../wire.ts';

type Props = { readonly queue: Queue; readonly isFiltered: boolean };

/** Nothing to do: when the last decision was, and what is kept out of sight. */
export const EmptyQueue = ({ queue, isFiltered }: Props) => {
  const { words, counts, times, now } = useDesk();
  const said = words.value.queue;
  const last = counts.value?.lastDecisionAt;
  const blatant = counts.value?.queues[queue]?.blatant ?? 0;
  return (
    <div class="state">
      <p class="large">
        {isFiltered ? said.emptyFiltered : said.empty}
        {!isFiltered && last && ` ${said.lastDecision(times.value.ago(last, now.value))}`}
      </p>
      {blatant > 0 && <p class="soft">{said.blatant(blatant)}</p>}
    </div>
  );
};
