import { type Signal, useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { sayFailure } from '../shell/failure.ts';
import type { Comment, Report } from '../wire.ts';
import { Icon } from './icons.tsx';
import { Moment } from './moment.tsx';

type Props = { readonly comment: Comment; readonly isSelected: boolean };

/** What readers said of a published comment: how often and why and, once asked for, each report. */
export const Reported = ({ comment, isSelected }: Props) => {
  const { queue } = useDesk().words.value;
  const reasons = ('reports' in comment ? comment.reports : undefined) ?? [];
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, one) => sum + one.count, 0);
  const named = reasons.map((one) => `${queue.reasons.list[one.reason]} (${one.count})`);
  return (
    <>
      <p class="answered">
        <Icon name="alert" />
        <span>{queue.reports.said(count, named.join(', '))}</span>
      </p>
      {isSelected && <EachReport comment={comment} />}
    </>
  );
};

/** Every report, fetched when it is asked for. */
const EachReport = ({ comment }: { readonly comment: Comment }) => {
  const desk = useDesk();
  const { reports: said } = desk.words.value.queue;
  const reports = useSignal<readonly Report[] | undefined>(undefined);
  const fetchAll = async () => {
    const answer = await desk.calls.reports(comment);
    if (answer.isOk) reports.value = answer.reply.reports;
    else sayFailure(desk, answer);
  };
  return (
    <details class="verdict" onToggle={({ currentTarget }) => currentTarget.open && void fetchAll()}>
      <summary>{said.all}</summary>
      {reports.value?.length === 0 && <p class="soft">{said.none}</p>}
      <ol class="reports">
        {reports.value?.map((report, at) => (
          <OneReport key={report.reporter} {...{ report, reports, place: at + 1 }} />
        ))}
      </ol>
    </details>
  );
};

type One = {
  readonly report: Report;
  readonly reports: Signal<readonly Report[] | undefined>;
  readonly place: number;
};

const OneReport = ({ report, reports, place }: One) => {
  const desk = useDesk();
  const { reasons, reports: said } = desk.words.value.queue;
  const { reporter, reason, note, at, agreed, refused, answered, muted } = report;
  const mute = async () => {
    const answer = await desk.calls.mute(reporter, !muted);
    if (!answer.isOk) return sayFailure(desk, answer);
    const changed = (one: Report) => (one.reporter === reporter ? { ...one, muted: !muted } : one);
    reports.value = reports.value?.map(changed);
  };
  return (
    <li>
      {reasons.list[reason]} {note && <q>{note}</q>} <Moment at={at} />{' '}
      <span class="soft">
        {[
          said.right(agreed, agreed + refused),
          ...(answered ? [said.answered] : []),
          ...(muted ? [said.muted] : []),
        ].join(', ')}
      </span>{' '}
      <button type="button" onClick={() => void mute()}>
        {muted ? said.unmute : said.mute}
        <span class="hidden"> {said.muteName(place)}</span>
      </button>
    </li>
  );
};
