import { type Signal, useSignal } from '@preact/signals';
import type { Replied } from '../calls/comment-calls.ts';
import { type Desk, useDesk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import { checkedRows, move, moveOn, selectedRow, sweep } from '../list/moves.ts';
import { isWaiting, type Row, statusOf } from '../list/row.ts';
import { type Act, actsFor } from '../row/acts.ts';
import { goTo, placeHref } from '../shell/place.ts';
import type { Queue } from '../wire.ts';
import { type Details, decide } from './decide.ts';
import { takeBack } from './take-back.ts';

export type OpenDialog =
  | { readonly kind: 'reason'; readonly rows: readonly Row[] }
  | { readonly kind: 'reply' | 'edit' | 'ban' | 'author' | 'article'; readonly row: Row };

/** What a moderator does in one list, by keys, buttons and dialogs alike. */
export type Work = {
  readonly dialog: Signal<OpenDialog | undefined>;
  readonly act: (row: Row, act: Act) => void;
  /** The same for all rows that are ticked. */
  readonly actOnChecked: (act: Act) => void;
  readonly reject: (rows: readonly Row[], details: Details) => void;
  /** The row was approved by a reply. */
  readonly replied: (row: Row, replied: Replied) => void;
  readonly keymap: Readonly<Record<string, () => void>>;
};

/** The name of the draft of a note about these. */
export const noteOf = (rows: readonly Row[]): string => `note ${rows[0]?.id} ${rows.length}`;

type Place = { readonly listing: Listing; readonly queue: Queue | undefined };

export const useWork = (place: Place): Work => {
  const desk = useDesk();
  const dialog = useSignal<OpenDialog | undefined>(undefined);
  const { listing, queue } = place;
  const decidePlace = { desk, listing, queue };
  const perform = (rows: readonly Row[], act: Act) => {
    const [row] = rows;
    if (!row) return;
    if (act === 'reject') dialog.value = { kind: 'reason', rows };
    else if (act === 'reply' || act === 'edit' || act === 'ban') dialog.value = { kind: act, row };
    else void decide(decidePlace, rows, act);
  };
  const may = (row: Row, act: Act) => isWaiting(row) && actsFor(row.comment.value, queue).includes(act);
  const act = (row: Row, what: Act) => (may(row, what) ? perform([row], what) : undefined);
  const actOnChecked = (what: Act) =>
    perform(
      checkedRows(listing).filter((row) => may(row, what)),
      what,
    );
  return {
    ...{ dialog, act, actOnChecked },
    reject: (rows, details) => {
      dialog.value = undefined;
      // What did not go through is asked for again, with what was written.
      void decide(decidePlace, rows, 'reject', details).then(
        () => rows.some(isWaiting) || desk.drafts.drop(noteOf(rows)),
      );
    },
    replied: (row, { answered, undo }) => {
      row.comment.value = { ...row.comment.value, version: answered.version };
      desk.undos.push({ listing, queue, rows: [row], tokens: Promise.resolve([undo]) });
      desk.toasts.show({ text: desk.words.value.queue.reply.sent, tone: 'done', isUndoable: true });
      if (statusOf(row.comment.value.status, queue) === 'approved') return;
      row.phase.value = { kind: 'decided', decision: 'approve' };
      desk.countOwn(queue, -1);
      // Who closed the dialog meanwhile may read another by now.
      if (listing.selected.value === row.id) moveOn(listing, [row]);
    },
    keymap: keymapOf({ desk, listing, dialog, act, actOnChecked }),
  };
};

type Keyed = Pick<Work, 'dialog' | 'act' | 'actOnChecked'> & {
  readonly desk: Desk;
  readonly listing: Listing;
};

const keymapOf = ({ desk, listing, dialog, act, actOnChecked }: Keyed): Work['keymap'] => {
  const onSelected = (then: (row: Row) => void) => () => {
    const row = selectedRow(listing);
    if (row) then(row);
  };
  const does = (what: Act) => onSelected((row) => act(row, what));
  const opens = (kind: 'author' | 'article') =>
    onSelected((row) => {
      dialog.value = { kind, row };
    });
  const step = (by: 1 | -1) => () => {
    move(listing, by);
    sweep(listing);
  };
  return {
    ...{ j: step(1), k: step(-1), z: () => void takeBack(desk) },
    ...{ a: does('approve'), r: does('reject'), s: does('spam'), u: does('restore') },
    ...{ y: does('reply'), e: does('edit'), b: does('ban') },
    ...{ A: () => actOnChecked('approve'), R: () => actOnChecked('reject'), S: () => actOnChecked('spam') },
    ...{ i: opens('author'), o: opens('article'), n: listing.showFresh },
    x: onSelected((row) => {
      row.isChecked.value = isWaiting(row) && !row.isChecked.value;
    }),
    '/': () => goTo(placeHref('search')),
  };
};
