import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { ConfirmButton } from '../shell/confirm-button.tsx';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { Learning } from '../wire.ts';

/** What the filter learned from this site's decisions, and how often it agreed with them. */
export const LearningView = () => {
  const { calls, words } = useDesk();
  const { frame } = words.value;
  const learned = useSignal<Learning | undefined>(undefined);
  const { problem, run } = useBusy();
  useEffect(
    () =>
      void run(calls.learning(), (reply) => {
        learned.value = reply;
      }),
    [],
  );
  return (
    <div class="column alone">
      <h1>{frame.views.learning}</h1>
      <ProblemLine text={problem.value} />
      {learned.value ? (
        <Learned learning={learned.value} onReset={learned} />
      ) : problem.value ? null : (
        <Skeleton />
      )}
    </div>
  );
};

type Props = { readonly learning: Learning; readonly onReset: Signal<Learning | undefined> };

const Learned = ({ learning, onReset }: Props) => {
  const { words, me } = useDesk();
  const said = words.value.learning;
  const { decisions, damaged, pages } = learning;
  return (
    <>
      <p class="large">{damaged ? said.damaged : said.answer(decisions.spam, decisions.ham)}</p>
      <Agreement audit={learning.audit} />
      <h2>{said.pages}</h2>
      {pages.length === 0 && <p class="soft">{said.noPages}</p>}
      <ul>
        {pages.map(({ page, spam }) => (
          <li key={page}>{`${page} (${spam})`}</li>
        ))}
      </ul>
      {me.member.role === 'admin' && <Reset onReset={onReset} />}
    </>
  );
};

const Agreement = ({ audit }: Pick<Learning, 'audit'>) => {
  const said = useDesk().words.value.learning;
  const rows = Object.entries(audit).map(([agreement, bySubject]) => {
    const count = Object.values(bySubject).reduce((sum, one) => sum + one, 0);
    return [said.agreements[agreement] ?? agreement, count] as const;
  });
  if (rows.length === 0) return null;
  return (
    <table>
      <caption>{said.agreement}</caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Reset = ({ onReset }: Pick<Props, 'onReset'>) => {
  const { calls, words, toasts } = useDesk();
  const said = words.value.learning;
  const { problem, send } = useBusy();
  const reset = () =>
    void send(calls.resetLearning(), (reply) => {
      onReset.value = reply;
      toasts.show({ text: said.wasReset, tone: 'done' });
    });
  return (
    <>
      <ProblemLine text={problem.value} />
      <ConfirmButton label={said.reset} question={said.resetLead} onConfirm={reset} />
    </>
  );
};
