import type { CommentRef } from '../comment/comment.ts';
import type { Listing } from '../comment/queue.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS } from '../comment/time.ts';
import { isDue } from '../retention/policy.ts';
import { type GuardedRun, isSuspicious, isWatched, tooMuch } from '../retention/purge-share.ts';
import type { ListSites } from '../storage/comment-store.ts';
import type { Checkpoints, CountStored, ListDue, RemoveDue } from '../storage/maintenance-store.ts';

const JOB = 'purge-expired';
/** The listings that expire, with the policy's setting for each. */
const listings = {
  spam: 'spamDays',
  rejected: 'rejectedDays',
  pending: 'pendingDays',
} as const satisfies Readonly<Record<Listing, keyof Site['policy']['retention']>>;
const listingNames = Object.keys(listings) as readonly Listing[];

type Deps = { readonly store: ListSites & ListDue & RemoveDue & Checkpoints & CountStored };
/** `stopped` is how many comments are due on sites where that is too large a share; a dry run says then that a run would be `refused`. */
type Tally = { looked: number; removed: number; stopped: number; finished: boolean; refused?: 'too-much' };

/**
 * Removes spam, rejected and stale pending comments whose day has come, without waiting for the table's own expiry,
 * which is days late. Never an approved one, never before the day set with its status. Stops when time runs short and
 * goes on there next time; a dry run counts and changes nothing.
 * @throws {JobRefusal} `too-much` when, after more than a day without a run, a large share of a site would go: all other sites are done by then
 */
export const purgeExpired = async (deps: Deps, run: GuardedRun): Promise<Tally> => {
  const tally: Tally = { looked: 0, removed: 0, stopped: 0, finished: true };
  const sites: string[] = [];
  for (const site of await deps.store.listSites()) {
    const due = await suspiciouslyMany(deps, site, run);
    if (due === 0) await purgeSite(deps, site, run, tally);
    else {
      sites.push(site.id);
      tally.stopped += due;
    }
  }
  if (sites.length === 0) return tally;
  if (run.dryRun) return { ...tally, refused: 'too-much' };
  const { looked, removed, stopped } = tally;
  throw tooMuch(`${stopped} comments are due`, sites, { looked, removed, stopped });
};

/** Counts due comments before anything is removed. @returns their number if it is suspiciously large, else 0 */
const suspiciouslyMany = async (deps: Deps, site: Site, run: GuardedRun) => {
  if (isWatched(run, DAY_MS)) return 0;
  const counting: Tally = { looked: 0, removed: 0, stopped: 0, finished: true };
  let rejected = 0;
  for (const listing of listingNames) {
    const before = counting.removed;
    await purgeListing(deps, { site, listing }, { ...run, dryRun: true }, counting);
    if (listing === 'rejected') rejected = counting.removed - before;
  }
  // Rejected comments are not counted, so the due ones stand for all of them.
  const stored = (await deps.store.countStored(site.id)) + rejected;
  return isSuspicious(counting.removed, stored) ? counting.removed : 0;
};

const purgeSite = async (deps: Deps, site: Site, run: GuardedRun, tally: Tally) => {
  for (const listing of listingNames) await purgeListing(deps, { site, listing }, run, tally);
};

type Place = { readonly site: Site; readonly listing: Listing };

const purgeListing = async ({ store }: Deps, { site, listing }: Place, run: GuardedRun, tally: Tally) => {
  const checkpoint = `${JOB}-${listing}`;
  let from = run.dryRun ? undefined : await store.readCheckpoint(checkpoint, site.id);
  const wasHalfway = from !== undefined;
  do {
    if (!run.hasTime()) {
      tally.finished = false;
      break;
    }
    from = await purgePage({ store }, { site, listing }, run, { tally, from });
  } while (from !== undefined);
  if (!run.dryRun && (wasHalfway || from !== undefined))
    await store.saveCheckpoint(checkpoint, site.id, from);
};

type Progress = { readonly tally: Tally; readonly from: string | undefined };

/** Where the next page begins. */
const purgePage = async (
  { store }: Deps,
  { site, listing }: Place,
  run: GuardedRun,
  { tally, from }: Progress,
) => {
  const before = run.now - site.policy.retention[listings[listing]] * DAY_MS;
  const page = await store.listDue({ site: site.id, listing, before, ...(from ? { from } : {}) });
  const due = page.items.filter((comment) => isDue({ ...comment, status: listing }, run.now));
  tally.looked += page.items.length;
  tally.removed += run.dryRun ? due.length : await removeAll({ store }, due, run.now);
  return page.next;
};

const removeAll = async ({ store }: Deps, due: readonly CommentRef[], now: number): Promise<number> => {
  let removed = 0;
  for (const ref of due) if (await store.removeDue(ref, now)) removed += 1;
  return removed;
};
