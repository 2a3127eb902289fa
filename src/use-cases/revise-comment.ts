import { requireClock } from '../comment/clock.ts';
import type { Comment } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { requireEditable } from '../moderation/author/change-window.ts';
import { isWithinWindow } from '../moderation/author/offers.ts';
import { revise } from '../moderation/author/own-changes.ts';
import { checks } from '../screening/checks/index.ts';
import type { Model } from '../screening/filter/model/model.ts';
import { type MonotonicNow, screen, worstOf } from '../screening/screen.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type { HasReply, ReadForEdit, SaveRevision, TakeReceiptPlace } from '../storage/receipt-store.ts';
import type { Digests } from '../submission/identify.ts';
import { evidenceOfEdit, withSending } from '../submission/prepare-edit.ts';
import { inPlace, takePlace } from './receipts/take-place.ts';
import { unlessDone } from './receipts/unless-done.ts';

type Deps = {
  readonly store: FindComment & HasReply & ReadForEdit & SaveRevision & TakeReceiptPlace;
  readonly model: Model;
  readonly monotonicNow: MonotonicNow;
};
type Context = {
  readonly site: Site;
  readonly now: number;
  /** A ULID by which the edit is recognised. */
  readonly batch: string;
  /** The address it came from. */
  readonly address: string;
  readonly digests: Pick<Digests, 'ban' | 'fingerprint'>;
};

/**
 * Gives a comment another text of its author's, which is screened like the first. The same text again changes nothing.
 * @returns the comment as it is now
 * @throws {Refusal} `too-late`, `already-answered`, `already-decided`, `too-many-requests`, `changed-meanwhile`, and what checks refuse with
 */
export const reviseComment = async (
  { store, model, monotonicNow }: Deps,
  comment: Comment,
  text: string,
  { site, now, batch, address, digests }: Context,
): Promise<Comment> => {
  requireClock(now);
  requireEditable(comment, {
    now,
    isAnswered: isWithinWindow(comment, now) && (await store.hasReply(comment)),
  });
  if (text === comment.text) return comment;

  const known = await store.readForEdit(comment, site, now);
  const evidence = evidenceOfEdit({ site, comment, text, address, now }, known, { model, digests });
  const found = screen(checks, evidence, monotonicNow).findings;
  const findings = withSending(found, comment.verdict.findings);
  const verdict = { outcome: worstOf(findings), findings };

  const change = revise(comment, { text, verdict, digest: digests.fingerprint }, { site, now, batch });
  const place = await takePlace(store, { ref: comment, act: 'edit', code: 'too-many-requests', now });
  const isDone = (now: Comment) => now.text === text;
  return unlessDone(store, comment, isDone, async () => {
    await inPlace(place, () => store.saveRevision(change));
    return change.comment;
  });
};
