import type { Comment, CommentId } from '../comment/comment.ts';
import type { FindComment, WasUndone } from '../storage/comment-store.ts';
import type { SettleAppeal } from '../storage/receipt-store.ts';
import type { EraseReports, ListOpenMatters, OpenMatter, SettleReports } from '../storage/report-store.ts';
import { settleAppeals } from './settle-appeals.ts';
import { settleReports } from './settle-reports.ts';

type Deps = {
  readonly store: ListOpenMatters & FindComment & WasUndone & SettleReports & EraseReports & SettleAppeal;
};
type Place = { readonly site: string; readonly article: string };

const consumers = { reports: settleReports, appeal: settleAppeals } as const;

type Run = {
  readonly dryRun: boolean;
  /** Milliseconds since 1970: what was decided from then on is left to the stream. */
  readonly before?: number;
};

/**
 * Settles the reports and appeals of an article whose decision the stream lost, by the current status of their comments. A decision made
 * before the report or the appeal does not answer it, and changes nothing.
 * @returns how many were settled @throws the first reason when one cannot be
 */
export const settleMissed = async (
  deps: Deps,
  place: Place,
  { dryRun, before = Number.POSITIVE_INFINITY }: Run,
): Promise<number> => {
  if (dryRun) return 0;
  const { listOpenMatters } = deps.store;
  const tried: OpenMatter[] = [];
  for (const matter of await listOpenMatters(place.site, place.article)) {
    const comment = await deps.store.find({ ...place, id: matter.comment });
    if (comment && comment.since >= before) continue;
    await settle(deps, place, matter, comment);
    tried.push(matter);
  }
  if (tried.length === 0) return 0;
  const open = new Set((await listOpenMatters(place.site, place.article)).map(nameOf));
  return tried.filter((matter) => !open.has(nameOf(matter))).length;
};

const nameOf = ({ kind, comment }: OpenMatter): string => `${kind} ${comment}`;

const settle = async (
  deps: Deps,
  place: Place,
  { kind, comment: id }: OpenMatter,
  after: Comment | undefined,
): Promise<void> => {
  const at = after?.since ?? Number.POSITIVE_INFINITY;
  const change = {
    kind: 'comment',
    ...place,
    at,
    before: undecided(after, id),
    record: '',
    stream: '',
  } as const;
  const [failure] = await consumers[kind].follow(deps, [{ ...change, ...(after && { after }) }]);
  if (failure) throw failure.cause;
};

/** A possible state before the decision: consumers only compare whether anything differs from now. */
const undecided = (comment: Comment | undefined, id: CommentId): Comment => {
  const { decision: _, ...rest } = comment ?? { id };
  return { ...rest, status: 'pending' } as Comment;
};
