import type { ReportReason } from '../comment/abuse/report-reason.ts';
import type { Comment, CommentRef } from '../comment/comment.ts';
import { policyFor } from '../comment/policies/policy-for.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS, SECOND_MS } from '../comment/time.ts';
import { hold } from '../moderation/decision.ts';
import { type Report, type ReportTally, weightOf, withReport } from '../moderation/report.ts';
import type { StatusChange } from '../moderation/status-change.ts';
import type { SaveStatus } from '../storage/comment-store.ts';
import type {
  KnownReports,
  ReadForReport,
  ReporterNames,
  SaveReport,
  TakeReportPlace,
} from '../storage/report-store.ts';
import { unlessRefused } from './decisions/apply-changes.ts';
import { type Pause, takeTurns, unlessLate } from './decisions/take-turns.ts';
import { inPlace } from './receipts/take-place.ts';

/** The audit trail's name for the actor of such a hold. */
const BY = 'reports';

/** Who reports: the pseudonym of their network and, if they proved to be an author, of that one. */
export type Reporter = { readonly network: string; readonly author: string | undefined };

export type ReportRequest = Omit<CommentRef, 'site'> & {
  readonly reason: ReportReason;
  readonly note?: string;
};

type Deps = Pause & { readonly store: TakeReportPlace & ReadForReport & SaveReport & SaveStatus };
type Context = {
  readonly site: Site;
  readonly reporter: Reporter;
  readonly now: number;
  /** A ULID by which the hold of strict mode is recognised. */
  readonly batch: string;
};

/**
 * Takes a reader's report of a published comment; a second one of the same reader or network changes nothing and, as what is
 * refused, takes no place in the window. Once the reports weigh
 * enough, moderators find the comment in the queue `reported` or, in strict mode, it waits.
 * @throws {Refusal} `too-many-reports`, `comment-not-found`; `storage-unavailable` when others kept reporting the same comment
 */
export const reportComment = async (deps: Deps, request: ReportRequest, context: Context): Promise<void> => {
  const { store } = deps;
  const { site, reporter, now } = context;
  const { network, author } = reporter;
  const names = author === undefined ? ([network] as const) : ([author, network] as const);
  const place = await store.takeReportPlace(site.id, network, now);
  if (!place.isTaken) throw tooMany(place.freeAt - now);

  let isNew = false;
  await inPlace(place, () =>
    takeTurns(deps, async () => {
      const ref = { ...request, site: site.id };
      const known = await store.readForReport(ref, names);
      const { saved, isDone } = await saveReport(store, ref, known, { ...context, names });
      isNew ||= saved === 'saved';
      return isDone || undefined;
    }),
  );
  if (!isNew) await unlessRefused(place.giveBack);
};

type Saved = { readonly saved: Awaited<ReturnType<SaveReport['saveReport']>>; readonly isDone: boolean };

/** Done, but when another report came meanwhile, or the comment that it holds changed. */
const saveReport = async (
  store: Deps['store'],
  request: ReportRequest & CommentRef,
  { isKnown, comment, tally: before, accuracy }: KnownReports,
  { site, names, now, batch }: Omit<Context, 'reporter'> & { readonly names: ReporterNames },
): Promise<Saved> => {
  if (comment?.status !== 'approved') throw notFound();
  const report: Report = {
    ...request,
    ...{ reporter: names[0], weight: weightOf(accuracy), at: now },
  };
  const { threshold, strict } = policyFor(site.policy, request.article).reports;
  const after = withReport(before, report, strict ? null : threshold);
  const isProven = names.length > 1;
  const expiresAt = now + site.policy.retention.networkDays * DAY_MS;
  const change = { report, names, isProven, before, after, comment, expiresAt };
  const saved = isKnown ? 'known' : await store.saveReport(change);

  const weight = saved === 'saved' ? after.weight : weightBefore(comment, before);
  const isOver = strict && threshold !== null && weight >= threshold;
  if (saved === 'changed' || !isOver) return { saved, isDone: saved !== 'changed' };
  return { saved, isDone: await isHeld(store, hold(comment, { site, by: BY, now, batch }), names) };
};

/** Whoever changed the comment meanwhile may have held it, too. @returns false when it is still published */
const isHeld = async (store: Deps['store'], change: StatusChange, names: ReporterNames): Promise<boolean> => {
  const done = await unlessLate(async () => {
    await store.saveStatus(change);
    return true;
  });
  return done ?? (await store.readForReport(change.comment, names)).comment?.status !== 'approved';
};

/** Of the reports that are known, where nobody decided on the comment since the first: the request that should have held it may have ended before. */
const weightBefore = ({ since }: Comment, before: ReportTally | undefined): number =>
  before && since <= before.since ? before.weight : 0;

const tooMany = (waitMs: number) => {
  const retryAfterS = Math.max(1, Math.ceil(waitMs / SECOND_MS));
  return new Refusal(
    'too-many-reports',
    `Too many reports in a short time; the next is accepted in ${retryAfterS} seconds.`,
    { retryAfterS },
  );
};

const notFound = () => new Refusal('comment-not-found', 'There is no such published comment.');
