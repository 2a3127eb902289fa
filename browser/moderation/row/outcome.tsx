import { useDesk } from '../desk.ts';
import { type Row, statusAfter } from '../list/row.ts';
import type { Status } from '../wire.ts';
import { Icon, type IconName } from './icons.tsx';

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
  return <Word icon={icons[status]} tone={status} text={words.done[phase.decision]} />;
};

/** Where a comment of a search stands. */
export const StatusWord = ({ status }: { readonly status: Status }) => {
  const { statuses } = useDesk().words.value.queue;
  return <Word icon={icons[status]} tone={status} text={statuses[status]} />;
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
