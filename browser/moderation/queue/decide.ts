import { batch } from '@preact/signals';
import type { Desk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import { moveOn, putBack, sweep } from '../list/moves.ts';
import { isWaiting, type Row, statusOf } from '../list/row.ts';
import { type Failure, failureSentence, sayFailure } from '../shell/failure.ts';
import type { Answer, Decided, Decision, DecisionRequest, DecisionResult, Queue, Status } from '../wire.ts';
import { batchesOf } from './batches.ts';
import { conflictSentence } from './conflict.ts';
import { passOn } from './pass-on.ts';
import { readAgain } from './read-again.ts';
import { send } from './send-decisions.ts';

export type Details = { readonly reason?: string; readonly note?: string; readonly thread?: true };
/** Where decisions are taken. `queue` is whose count goes down. */
export type DecisionPlace = {
  readonly desk: Desk;
  readonly listing: Listing;
  readonly queue: Queue | undefined;
};

/** Decides on rows at once and tells the API then; a row that the API refuses comes back and says why. */
export const decide = async (
  place: DecisionPlace,
  rows: readonly Row[],
  decision: Decision,
  details: Details = {},
): Promise<void> => {
  if (rows.length === 0) return;
  const { desk, listing, queue } = place;
  sweep(listing);
  batch(() => {
    for (const row of rows) markDecided(row, decision);
    moveOn(listing, rows);
    desk.countOwn(queue, -rows.length);
    sayDone(desk, rows, decision);
  });
  const tokens = Promise.withResolvers<readonly string[]>();
  const undoable = { listing, queue, rows, tokens: tokens.promise };
  desk.undos.push(undoable);
  const { undos, failed, failure } = await desk.atWork(sendAll(place, rows, decision, details));
  tokens.resolve(undos);
  const done = rows.length - failed;
  const said = desk.words.value.queue.doneMany[decision](done);
  const isUndoable = desk.undos.isLast(undoable);
  if (rows.length > 1) sayMany(desk, { said, done, failed, failure, isUndoable });
};

const markDecided = (row: Row, decision: Decision): void => {
  row.phase.value = { kind: 'decided', decision };
  row.isChecked.value = false;
  row.notice.value = undefined;
};

type Sent = Pick<Many, 'failed' | 'failure'> & {
  /** What takes back what was made. */
  readonly undos: readonly string[];
};

/** Sends the decisions and shows how far it got. */
const sendAll = async (
  place: DecisionPlace,
  rows: readonly Row[],
  decision: Decision,
  details: Details,
): Promise<Sent> => {
  const { desk, queue } = place;
  const undos: string[] = [];
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const batches = batchesOf(rows.map((row) => requestOf(row, decision, detailsFor(row, details, queue))));
  let sent = 0;
  let failed = 0;
  let failure: Failure | undefined;
  for (const batch of batches) {
    const answer = await send(desk, batch, undos);
    if (!answer.isOk) failure = answer;
    const part = batch.flatMap(({ comment }) => rowOf.get(comment) ?? []);
    failed += await settle(place, part, answer);
    sent += part.length;
    if (batches.length > 1) sayProgress(desk, sent, rows.length);
  }
  return { undos, failed, failure };
};

/** Only what is published has a thread that readers see. */
const detailsFor = (row: Row, { thread, ...details }: Details, queue: Queue | undefined): Details =>
  thread && statusOf(row.comment.value.status, queue) === 'approved' ? { ...details, thread } : details;

const requestOf = (row: Row, decision: Decision, details: Details): DecisionRequest => {
  const { article, id, version } = row.comment.value;
  return { article: article.id, comment: id, version, decision, ...details };
};

/** Takes over what the API made of each row. @returns how many it refused */
const settle = async (
  place: DecisionPlace,
  rows: readonly Row[],
  answer: Answer<Decided>,
): Promise<number> => {
  if (!answer.isOk) {
    rollBack(place, rows);
    sayFailure(place.desk, answer);
    return rows.length;
  }
  const results = new Map(answer.reply.results.map((result) => [result.comment, result]));
  const refused = rows.filter((row) => !accept(row, results.get(row.id)));
  for (const row of rows) if (!refused.includes(row)) passOn(place.desk, row);
  for (const row of refused) await sayConflict(place, row, results.get(row.id), rows.length === 1);
  // What somebody else decided has left the queue all the same.
  place.desk.countOwn(place.queue, refused.filter(isWaiting).length);
  return refused.length;
};

const accept = (row: Row, result: DecisionResult | undefined): boolean => {
  if (result?.version === undefined) return false;
  const status = result.status ?? row.comment.value.status;
  row.comment.value = { ...row.comment.value, version: result.version, ...(status ? { status } : {}) };
  return true;
};

const rollBack = (place: DecisionPlace, rows: readonly Row[]): void => {
  putBack(place.listing, rows);
  place.desk.countOwn(place.queue, rows.length);
};

/** The row is back in its place with what happened meanwhile, and leaves at the next key when somebody else decided. */
const sayConflict = async (
  place: DecisionPlace,
  row: Row,
  result: DecisionResult | undefined,
  isAlone: boolean,
): Promise<void> => {
  const { desk, listing } = place;
  const { current } = result?.problem ?? {};
  const isStill = current !== undefined && (await waitsStill(place, row, current.status));
  const sentence = conflictSentence(desk, result?.problem, isStill);
  putBack(listing, [row]);
  row.notice.value = sentence;
  if (current && !isStill) {
    row.phase.value = { kind: 'gone', sentence };
    row.comment.value = { ...row.comment.value, version: current.version, status: current.status };
  }
  if (isAlone) desk.toasts.show({ text: sentence, tone: 'problem' });
};

/** Whether a comment changed and yet waits where it did: then the row shows it as it is now, as far as that is found. */
const waitsStill = async ({ desk, queue }: DecisionPlace, row: Row, status: Status): Promise<boolean> => {
  const before = row.comment.value;
  if (status !== statusOf(before.status, queue)) return false;
  const found = await readAgain(desk, row);
  // Other lists hold comments that somebody may have judged without moving them.
  return status === queue || (found !== undefined && found.text !== before.text);
};

const sayDone = (desk: Desk, rows: readonly Row[], decision: Decision): void => {
  const { doneTo, doneMany } = desk.words.value.queue;
  const [first] = rows;
  const text =
    rows.length === 1 && first
      ? doneTo[decision](first.comment.value.author.name)
      : `${doneMany[decision](rows.length)}.`;
  desk.toasts.show({ text, tone: 'done', isUndoable: true });
};

const sayProgress = (desk: Desk, done: number, all: number): void =>
  desk.toasts.show({ text: desk.words.value.queue.progress(done, all), tone: 'done' });

/** What became of several decisions. */
type Many = {
  /** How many were made: `3 comments approved`. */
  readonly said: string;
  readonly done: number;
  readonly failed: number;
  /** Why a request failed, if one did. */
  readonly failure: Failure | undefined;
  /** Whether what is taken back next is these: something else may have been done since. */
  readonly isUndoable: boolean;
};

export const sayMany = (desk: Desk, { said, done, failed, failure, isUndoable }: Many): void => {
  const left = failed > 0 ? [desk.words.value.queue.failedMany(failed)] : [];
  const what = done === 0 && failure ? [] : [`${said}.`, ...left];
  const why = failure ? [failureSentence(desk, failure)] : [];
  desk.toasts.show({
    text: [...what, ...why].join(' '),
    tone: failed > 0 ? 'problem' : 'done',
    isUndoable: isUndoable && done > 0,
  });
};
