import { useDesk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import { type Row, statusOf } from '../list/row.ts';
import { useOfList } from '../list/use-of-list.ts';
import type { Queue } from '../wire.ts';
import { Actions } from './actions.tsx';
import { type Act, actsFor } from './acts.ts';
import { Changed } from './changed.tsx';
import { Evidence } from './evidence.tsx';
import { MarkedText } from './marked-text.tsx';
import { authorName } from './names.ts';
import { Outcome, Standing } from './outcome.tsx';
import { Reported } from './reported.tsx';
import { Answered, RowHead } from './row-head.tsx';
import { useFocusWhenSelected, useSelecting } from './selecting.ts';
import { VerdictTable } from './verdict-table.tsx';

export type RowProps = {
  readonly row: Row;
  readonly listing: Listing;
  readonly queue: Queue | undefined;
  readonly onAct: (row: Row, act: Act) => void;
  /** @param isShown whether the whole row comes into sight */
  readonly onSelect: (row: Row, isShown: boolean) => void;
  readonly onAuthor: (row: Row) => void;
  readonly onArticle: (row: Row) => void;
};

/** One comment of a list: whole and with its actions while it is selected, three lines otherwise. */
export const RowView = (props: RowProps) => {
  const { row, listing, queue, onAct, onSelect } = props;
  const isSelected = useOfList(listing, ({ selected }) => selected.value === row.id);
  const article = useFocusWhenSelected(row, isSelected, listing);
  const selecting = useSelecting(
    () => listing.selected.peek() === row.id,
    (isShown) => onSelect(row, isShown),
  );
  const comment = row.comment.value;
  const { kind } = row.phase.value;
  const labelId = `by-${row.id}`;
  return (
    <li class="row" data-phase={kind} data-selected={isSelected} data-id={row.id}>
      <article ref={article} tabIndex={isSelected ? 0 : -1} aria-labelledby={labelId} {...selecting}>
        <Check row={row} />
        <RowHead
          comment={comment}
          labelId={labelId}
          onAuthor={() => props.onAuthor(row)}
          onArticle={() => props.onArticle(row)}
        />
        <RowBody row={row} queue={queue} isSelected={isSelected} />
        {isSelected && kind === 'waiting' && (
          <Actions
            status={statusOf(comment.status, queue)}
            acts={actsFor(comment, queue)}
            onAct={(act) => onAct(row, act)}
          />
        )}
      </article>
    </li>
  );
};

type BodyProps = Pick<RowProps, 'row' | 'queue'> & { readonly isSelected: boolean };

/** The comment itself, and what is known of it. */
const RowBody = ({ row, queue, isSelected }: BodyProps) => {
  const comment = row.comment.value;
  const isWaiting = row.phase.value.kind === 'waiting';
  return (
    <>
      {comment.answers && <Answered answers={comment.answers} />}
      <MarkedText text={comment.text} terms={termsOf(comment.terms)} />
      <Changed comment={comment} />
      <Reported {...{ comment, isSelected }} />
      <Evidence findings={comment.verdict.findings} />
      <Outcome row={row} />
      {STANDS.includes(queue) && isWaiting && <Standing comment={comment} />}
      {isSelected && <VerdictTable comment={comment} />}
    </>
  );
};

/** Lists whose comments stand in different ways; a search has no queue. */
const STANDS: readonly (Queue | undefined)[] = [undefined, 'recent', 'appeals'];

const termsOf = (terms: readonly { readonly field: string; readonly term: string }[] = []) =>
  terms.filter(({ field }) => field === 'text').map(({ term }) => term);

const Check = ({ row }: { readonly row: Row }) => {
  const { queue } = useDesk().words.value;
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={row.isChecked.value}
        disabled={row.phase.value.kind !== 'waiting'}
        onChange={({ currentTarget }) => {
          row.isChecked.value = currentTarget.checked;
        }}
      />
      <span class="hidden">{`${queue.actions.select} ${authorName(row.comment.value, queue)}`}</span>
    </label>
  );
};
