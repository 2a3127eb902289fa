import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import { statusAfter } from '../list/row.ts';
import { checkName } from '../row/names.ts';
import { DataTable } from '../shell/data-table.tsx';
import { type Failure, failureSentence } from '../shell/failure.ts';
import { ProblemLine } from '../shell/problem.tsx';
import type { Answer, BacktestPage } from '../wire.ts';
import { type BacktestSum, NO_COMMENTS, withPage } from './backtest-sum.ts';
import { placed } from './save-policy.ts';

const SIZES = [100, 500, 1_000] as const;
/** Comments of one request, at most. */
const PAGE = 100;

/** Tries the draft on the comments that people decided on last. */
export const BacktestPanel = ({ policy }: { readonly policy: object | undefined }) => {
  const { backtest: said, preview } = useDesk().words.value.policy;
  const asked = useSignal<number>(SIZES[0]);
  const { sum, isRunning, problem, run } = useBacktest();
  return (
    <section>
      <h2>{said.title}</h2>
      <p class="soft">{said.lead}</p>
      <div class="search">
        <SizeChoice asked={asked} />
        <button
          type="button"
          disabled={policy === undefined || isRunning.value}
          onClick={() => policy && void run(policy, asked.value)}
        >
          {preview.try}
        </button>
      </div>
      <ProblemLine text={problem.value} />
      {isRunning.value && (
        <progress max={asked.value} value={sum.value?.judged ?? 0} aria-label={said.progress} />
      )}
      <div role="status">{sum.value && !isRunning.value && <Result sum={sum.value} />}</div>
      {sum.value && <WrongOnes wrong={sum.value.wrong} />}
    </section>
  );
};

/** How many comments are tried. */
const SizeChoice = ({ asked }: { readonly asked: Signal<number> }) => {
  const said = useDesk().words.value.policy.backtest;
  return (
    <SelectField
      label={said.size}
      options={SIZES.map((size) => [size, said.comments(size)])}
      chosen={asked.value}
      onChoose={(size) => {
        asked.value = Number(size);
      }}
    />
  );
};

type Backtest = {
  readonly sum: Signal<BacktestSum | undefined>;
  readonly isRunning: Signal<boolean>;
  readonly problem: Signal<string | undefined>;
  readonly run: (policy: object, asked: number) => Promise<void>;
};

/** A backtest that stops when its view is left. */
const useBacktest = (): Backtest => {
  const desk = useDesk();
  const sum = useSignal<BacktestSum | undefined>(undefined);
  const isRunning = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const run = async (policy: object, asked: number) => {
    isRunning.value = true;
    problem.value = undefined;
    sum.value = undefined;
    // An example that is still being written must not stop it.
    const { fixtures: _, ...rules } = policy as { readonly fixtures?: unknown };
    problem.value = await addPages(desk, { policy: rules, asked }, (all) => {
      sum.value = all;
      return isHere.current;
    });
    isRunning.value = false;
  };
  return { sum, isRunning, problem, run };
};

type Asked = { readonly policy: object; readonly asked: number };

/**
 * Asks page after page, until there are enough comments or no more.
 * @param onSum gets what there is so far, and says whether to go on
 * @returns why it could not go on, if so
 */
const addPages = async (
  desk: ReturnType<typeof useDesk>,
  { policy, asked }: Asked,
  onSum: (sum: BacktestSum) => boolean,
): Promise<string | undefined> => {
  let sum = NO_COMMENTS;
  let place: { readonly cursor?: string } | undefined = {};
  while (place && sum.judged < asked) {
    const limit = Math.min(PAGE, asked - sum.judged);
    const answer: Answer<BacktestPage> = await desk.calls.backtest({ policy, limit, ...place });
    if (!answer.isOk) return problemOf(desk, answer);
    sum = withPage(sum, answer.reply);
    const { next } = answer.reply;
    place = onSum(sum) && next !== null ? { cursor: next } : undefined;
  }
  return undefined;
};

/** The first place of the policy that is wrong, where it is. */
const problemOf = (desk: ReturnType<typeof useDesk>, failure: Failure): string => {
  const [first] = failure.problem?.fields ?? [];
  return first ? placed(desk.words.value, first) : failureSentence(desk, failure);
};

const Result = ({ sum }: { readonly sum: BacktestSum }) => {
  const words = useDesk().words.value;
  const { backtest: said } = words.policy;
  const { judged, stopped, refused, rightly, notReplayed } = sum;
  if (judged === 0) return <p class="state">{said.none}</p>;
  const names = notReplayed.map((check) => checkName(words, check));
  return (
    <>
      <p>{said.judged(judged)}</p>
      <dl class="facts">
        <dt>{said.precision}</dt>
        <dd>{stopped === 0 ? said.stopsNone : said.precisionIs(rightly, stopped)}</dd>
        <dt>{said.recall}</dt>
        <dd>{refused === 0 ? said.refusedNone : said.recallIs(rightly, refused)}</dd>
      </dl>
      <p class="soft">{said.notReplayed(names.join(', '))}</p>
    </>
  );
};

const WrongOnes = ({ wrong }: { readonly wrong: BacktestPage['wrong'] }) => {
  const { policy, queue } = useDesk().words.value;
  const { backtest: said, fixtures } = policy;
  if (wrong.length === 0) return null;
  return (
    <DataTable
      caption={said.wrong(wrong.length)}
      titles={[said.columns.comment, said.columns.decided, said.columns.would, said.columns.because]}
    >
      {wrong.map(({ id, author, excerpt, by, decision, verdict, because }) => (
        <tr key={id}>
          <th scope="row">
            <bdi>{author}</bdi> <blockquote dir="auto">{excerpt}</blockquote>
          </th>
          <td>
            {queue.statuses[statusAfter(decision)]} {by && <span class="soft">({by})</span>}
          </td>
          <td>{fixtures.outcomes[verdict]}</td>
          <td>{because.length === 0 ? queue.outcomes.approve : because.join(' ')}</td>
        </tr>
      ))}
    </DataTable>
  );
};
