import { useDesk } from '../desk.ts';
import { type Row, statusAfter } from '../list/row.ts';
import type { Comment, LastDecision, Status } from '../wire.ts';
import { Icon, type IconName } from './icons.tsx';
import { Moment } from './moment.tsx';

const icons: Readonly<Record<Status, IconName>> = {
  pending: 'clock',
  approved: 'check',
  rejected: 'dash',
  spam: 'shield',
  withdrawn: 'ghost',
};

/** What became of a row: a word, an icon and a colour. */
export const Outcome = ({ row }: { readonly row: Row }) => {
  const { queue: words } = useDesk().words.value;
  const phase = row.phase.value;
  const notice = row.notice.value;
  if (phase.kind === 'gone') return <Word icon="alert" tone="warn" text={phase.sentence} />;
  if (phase.kind === 'waiting') return notice ? <Word icon="alert" tone="warn" text={notice} /> : null;
  const status = statusAfter(phase.decision);
  return <Word icon={icons[status]} tone={status} text={words.decided[phase.decision]} />;
};

/** Where a comment stands. */
export const StatusWord = ({ status }: { readonly status: Status }) => {
  const { statuses } = useDesk().words.value.queue;
  return <Word icon={icons[status]} tone={status} text={statuses[status]} />;
};

/** The same of one that is in no queue and, where that is asked for, who left it so and what they told its author. */
export const Standing = ({ comment }: { readonly comment: Comment }) => {
  const decided = 'decided' in comment ? comment.decided : undefined;
  if (comment.status === undefined) return null;
  if (!decided) return <StatusWord status={comment.status} />;
  return (
    <div class="stands">
      <Word icon={icons[comment.status]} tone={comment.status} text={useDone(decided)} />{' '}
      <Moment at={decided.at} />
      {decided.note && <NoteToAuthor note={decided.note} />}
    </div>
  );
};

const NoteToAuthor = ({ note }: { readonly note: string }) => {
  const { appeal } = useDesk().words.value.queue;
  return (
    <p class="answered">
      <span>
        {appeal.note} <q>{note}</q>
      </span>
    </p>
  );
};

/** `Refusé par Léa (hors sujet)` */
const useDone = ({ action, by, reason }: LastDecision): string => {
  const { decided: said, reasons } = useDesk().words.value.queue;
  const { by: byWhom, ...acts } = said;
  const done = (acts as Readonly<Record<string, string>>)[action] ?? action;
  const why = reason ? ` (${reasons.list[reason] ?? reason})` : '';
  return `${by === null ? done : byWhom(done, by)}${why}`;
};

const Word = ({
  icon,
  tone,
  text,
}: {
  readonly icon: IconName;
  readonly tone: string;
  readonly text: string;
}) => (
  <p class="outcome" data-tone={tone}>
    <Icon name={icon} />
    {text}
  </p>
);
