import type { CommentRef } from '../comment/comment.ts';
import type { Listing } from '../comment/queue.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS } from '../comment/time.ts';
import { isDue } from '../retention/policy.ts';
import type { ListSites } from '../storage/comment-store.ts';
import type { Checkpoints, ListDue, RemoveDue } from '../storage/maintenance-store.ts';

const JOB = 'purge-expired';
/** What can expire, and after which of the policy's days. */
const listings = {
  spam: 'spamDays',
  rejected: 'rejectedDays',
  pending: 'pendingDays',
} as const satisfies Readonly<Record<Listing, keyof Site['policy']['retention']>>;

type Deps = { readonly store: ListSites & ListDue & RemoveDue & Checkpoints };
type Run = { readonly now: number; readonly dryRun: boolean; readonly hasTime: () => boolean };
type Tally = { looked: number; removed: number; finished: boolean };

/**
 * Removes spam, rejected and stale pending comments whose day has come, without waiting for the table's own expiry,
 * which is days late. Never an approved one, never before the day set with its status. Stops when time runs short and
 * goes on there next time; a dry run counts and changes nothing.
 */
export const purgeExpired = async ({ store }: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = { looked: 0, removed: 0, finished: true };
  for (const site of await store.listSites())
    for (const listing of Object.keys(listings) as Listing[])
      await purgeListing({ store }, { site, listing }, run, tally);
  return tally;
};

type Place = { readonly site: Site; readonly listing: Listing };

const purgeListing = async ({ store }: Deps, { site, listing }: Place, run: Run, tally: Tally) => {
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
const purgePage = async ({ store }: Deps, { site, listing }: Place, run: Run, { tally, from }: Progress) => {
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
