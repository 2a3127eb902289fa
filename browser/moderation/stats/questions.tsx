import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk.ts';
import { DataTable } from '../shell/data-table.tsx';
import type { Stats } from '../wire.ts';
import { BarList } from './bar-list.tsx';
import { DayChart } from './day-chart.tsx';

type Props = { readonly stats: Stats };
type QuestionProps = {
  readonly question: string;
  readonly answer: string;
  readonly children?: ComponentChildren;
};

/** A question as the title, its answer in a sentence, then what shows it. */
const Question = ({ question, answer, children }: QuestionProps) => (
  <section>
    <h2>{question}</h2>
    <p class="large">{answer}</p>
    {children}
  </section>
);

const OUTCOMES = ['published', 'held', 'spam'] as const;
const tones = { published: 'good', held: 'warn', spam: 'bad' };

export const Daily = ({ stats: { days, comments } }: Props) => {
  const { words, times } = useDesk();
  const { stats: said, locale } = words.value;
  const perDay = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(comments / days.length);
  const series = OUTCOMES.map((outcome) => ({
    name: said.outcomes[outcome],
    tone: tones[outcome],
    values: days.map((day) => day[outcome]),
  }));
  return (
    <Question question={said.daily.question} answer={said.daily.answer(comments, perDay)}>
      <DayChart days={days.map(({ day }) => day)} series={series} nameOf={String} />
      <details>
        <summary>{said.data}</summary>
        <DataTable titles={[said.day, ...OUTCOMES.map((outcome) => said.outcomes[outcome])]}>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{times.value.day(day.day)}</th>
              {OUTCOMES.map((outcome) => (
                <td key={outcome}>{day[outcome]}</td>
              ))}
            </tr>
          ))}
        </DataTable>
      </details>
    </Question>
  );
};

export const Waiting = ({ stats: { waiting } }: Props) => {
  const { words, times } = useDesk();
  const { waiting: said } = words.value.stats;
  const { medianS, ninetyS } = waiting;
  if (medianS === null || ninetyS === null) return <Question question={said.question} answer={said.none} />;
  const [half, nine] = [times.value.span(medianS), times.value.span(ninetyS)];
  return (
    <Question question={said.question} answer={said.answer(half, nine)}>
      <BarList
        bars={[
          [said.half, medianS, half],
          [said.nine, ninetyS, nine],
        ]}
      />
    </Question>
  );
};

export const SpamShare = ({ stats: { days, spamShare } }: Props) => {
  const { words, times } = useDesk();
  const said = words.value.stats;
  if (spamShare === null) return <Question question={said.spam.question} answer={said.spam.none} />;
  const shareOf = ({ published, held, spam }: Stats['days'][number]) =>
    spam / Math.max(1, published + held + spam);
  const values = days.map((day) => shareOf(day) * 100);
  return (
    <Question question={said.spam.question} answer={said.spam.answer(spamShare)}>
      <DayChart
        days={days.map(({ day }) => day)}
        series={[{ name: said.outcomes.spam, tone: 'bad', values }]}
        nameOf={(value) => said.percent(value / 100)}
      />
      <details>
        <summary>{said.data}</summary>
        <DataTable titles={[said.day, said.share]}>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{times.value.day(day.day)}</th>
              <td>{said.percent(shareOf(day))}</td>
            </tr>
          ))}
        </DataTable>
      </details>
    </Question>
  );
};

export const Reasons = ({ stats: { reasons } }: Props) => {
  const { queue, stats, locale } = useDesk().words.value;
  const { reasons: said } = stats;
  const sorted = Object.entries(reasons).toSorted(([, one], [, other]) => other - one);
  const nameOf = (reason: string) => queue.reasons.list[reason] ?? reason;
  const [first] = sorted;
  if (!first) return <Question question={said.question} answer={said.none} />;
  const most = sorted.filter(([, count]) => count === first[1]).map(([reason]) => nameOf(reason));
  return (
    <Question
      question={said.question}
      answer={said.answer(new Intl.ListFormat(locale).format(most), first[1])}
    >
      <BarList bars={sorted.map(([reason, count]) => [nameOf(reason), count, String(count)])} />
    </Question>
  );
};

export const Agreement = ({ stats: { filter } }: Props) => {
  const { learning, stats } = useDesk().words.value;
  const { filter: said } = stats;
  const all = Object.values(filter).reduce((sum, count) => sum + (count ?? 0), 0);
  if (all === 0) return <Question question={said.question} answer={said.none} />;
  const bars = Object.entries(filter).map(
    ([agreement, count = 0]) => [learning.agreements[agreement] ?? agreement, count, String(count)] as const,
  );
  return (
    <Question question={said.question} answer={said.answer((filter.upheld ?? 0) / all)}>
      <BarList bars={bars} />
    </Question>
  );
};

export const People = ({ stats: { members } }: Props) => {
  const { stats: said } = useDesk().words.value;
  if (members.length === 0) return null;
  return (
    <section>
      <h2>{said.people}</h2>
      <BarList
        bars={members.map(({ name, decisions }) => [name ?? said.formerMember, decisions, String(decisions)])}
      />
    </section>
  );
};
