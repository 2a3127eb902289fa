import { useDesk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import { checkedRows } from '../list/moves.ts';
import { isWaiting, type Row, statusOf } from '../list/row.ts';
import { hostsOf } from '../list/tick-all.ts';
import { useOfList } from '../list/use-of-list.ts';
import { type Act, actsFor, keyOf, nameOf } from '../row/acts.ts';
import { Key } from '../shell/key.tsx';
import type { Comment, Queue } from '../wire.ts';
import type { Work } from './work.ts';

type Props = {
  readonly listing: Listing;
  readonly work: Work;
  readonly queue: Queue | undefined;
  /** Shows a queue narrowed to what its rows share, and ticks all of it. */
  readonly onAll?: (shared: { readonly author?: string; readonly link?: string }) => void;
};

/** Hosts of the first row that are offered. */
const HOSTS_MAX = 2;
const BULK: readonly Act[] = ['approve', 'reject', 'spam'];

/** What is done with all rows that are ticked; there only while some are. */
export const BulkBar = ({ listing, work, queue, onAll }: Props) => {
  const { words } = useDesk();
  const { bulk } = words.value.queue;
  const checked = useOfList(listing, checkedRows);
  const [first] = checked;
  if (!first) return null;
  const { author } = first.comment.value;
  return (
    <section class="bulk" aria-label={bulk.selected(checked.length)}>
      <strong>{bulk.selected(checked.length)}</strong>
      <BulkActs checked={checked} queue={queue} onAct={work.actOnChecked} />
      {author.name && (
        <button
          type="button"
          onClick={() => (onAll && author.key ? onAll({ author: author.key }) : tickShownBy(listing, author))}
        >
          {bulk.ofAuthor(author.name)}
        </button>
      )}
      {onAll &&
        hostsOf(first.comment.value)
          .slice(0, HOSTS_MAX)
          .map((link) => (
            <button key={link} type="button" onClick={() => onAll({ link })}>
              {bulk.withLink(link)}
            </button>
          ))}
      <button type="button" onClick={() => untick(listing)}>
        {bulk.clear}
      </button>
    </section>
  );
};

type ActsProps = {
  readonly checked: readonly Row[];
  readonly queue: Queue | undefined;
  readonly onAct: (act: Act) => void;
};

/** The acts that some of the ticked rows allow, each named by what it does with those. */
const BulkActs = ({ checked, queue, onAct }: ActsProps) => {
  const { actions } = useDesk().words.value.queue;
  const allowing = (act: Act) =>
    checked
      .filter(({ comment }) => actsFor(comment.value, queue).includes(act))
      .map(({ comment }) => statusOf(comment.value.status, queue));
  return BULK.filter((act) => allowing(act).length > 0).map((act) => (
    <button key={act} type="button" class={act} onClick={() => onAct(act)}>
      {actions[nameOf(act, allowing(act))]}
      <Key name={`⇧${keyOf[act]}`} />
    </button>
  ));
};

const tickShownBy = (listing: Listing, author: Author): void => {
  for (const row of listing.rows.value)
    if (isWaiting(row) && isSame(row.comment.value.author, author)) row.isChecked.value = true;
};

type Author = Comment['author'];

/** A name can be typed by anybody: it counts between those only of whom no more is known. */
const isSame = (one: Author, other: Author): boolean =>
  one.key === other.key && (Boolean(one.key) || one.name === other.name);

const untick = (listing: Listing): void => {
  for (const row of listing.rows.value) row.isChecked.value = false;
};
