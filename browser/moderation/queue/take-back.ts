import type { Desk } from '../desk.ts';
import { putBack, sweep } from '../list/moves.ts';
import type { Row } from '../list/row.ts';
import { type Failure, mayWork, sayFailure } from '../shell/failure.ts';
import type { DecisionResult } from '../wire.ts';
import { passOn } from './pass-on.ts';
import type { Decided, Edited } from './undo.ts';

/** Takes back the last decision, single or bulk, or edit, as far as nobody changed its comments since. */
export const takeBack = async (desk: Desk): Promise<void> => {
  const last = desk.undos.pop();
  if (!last) return desk.toasts.show({ text: desk.words.value.queue.nothingToUndo, tone: 'problem' });
  // What offered it may be pressed twice while the answer is under way, which would take back another.
  desk.toasts.hide();
  return 'textBefore' in last ? putTextBack(desk, last) : takeDecisionsBack(desk, last);
};

const putTextBack = async (desk: Desk, edited: Edited): Promise<void> => {
  const { row, textBefore } = edited;
  const answer = await desk.calls.edit(row.comment.value, textBefore);
  if (!answer.isOk) {
    if (mayWork(answer)) desk.undos.push(edited);
    return sayFailure(desk, answer);
  }
  const { version } = answer.reply;
  row.comment.value = { ...row.comment.value, version, text: textBefore };
  passOn(desk, row);
  desk.toasts.show({ text: desk.words.value.queue.edit.undone, tone: 'done' });
};

const takeDecisionsBack = async (desk: Desk, last: Decided): Promise<void> => {
  const { undos, toasts, words, shown } = desk;
  const { undone, notUndone, nothingOfLast } = words.value.queue;
  const from = (shown.current?.listing ?? last.listing)?.selected.peek();
  const tokens = await last.tokens;
  if (tokens.length === 0) return toasts.show({ text: nothingOfLast, tone: 'problem' });

  const { restored, failure, left } = await desk.atWork(askUndo(desk, tokens));
  // What is left is what the next press means, and not the decision before.
  if (left.length > 0) undos.push({ ...last, tokens: Promise.resolve(left) });

  const rows = last.rows.filter((row) => takeOver(row, restored));
  showAgain(desk, last, rows, from);
  if (failure) return sayFailure(desk, failure);
  // A reply to what was published is in no list.
  const count = rows.length || restored.length;
  toasts.show(count > 0 ? { text: undone(count), tone: 'done' } : { text: notUndone, tone: 'problem' });
};

/** Puts rows back where they stood, or has the lists loaded that they are in. */
const showAgain = (desk: Desk, { listing, queue }: Decided, rows: readonly Row[], from?: string): void => {
  const shown = desk.shown.current;
  // The same queue was opened anew since. In one that was narrowed to something else they have no place.
  const isSame = shown !== undefined && shown.queue === queue && shown.listing.filters === listing?.filters;
  const now = isSame ? shown.listing : listing;
  if (now) {
    sweep(now);
    putBack(now, rows, from);
  } else desk.reloads.value += 1;
  desk.countOwn(queue, rows.length);
};

type Undone = {
  readonly restored: readonly DecisionResult[];
  /** Why it stopped, and the tokens from there on. */
  readonly failure?: Failure;
  readonly left: readonly string[];
};

const askUndo = async ({ calls, passed }: Desk, tokens: readonly string[]): Promise<Undone> => {
  const restored: DecisionResult[] = [];
  for (const [at, token] of tokens.entries()) {
    const answer = await calls.undo(token);
    if (!answer.isOk) return { restored, failure: answer, left: mayWork(answer) ? tokens.slice(at) : [] };
    passed.note(answer.reply.results);
    restored.push(...answer.reply.results.filter(({ problem }) => !problem));
  }
  return { restored, left: [] };
};

const takeOver = (row: Row, restored: readonly DecisionResult[]): boolean => {
  const result = restored.find(({ comment }) => comment === row.id);
  if (result?.version === undefined) return false;
  const { version, status } = result;
  row.comment.value = { ...row.comment.value, version, ...(status ? { status } : {}) };
  return true;
};
