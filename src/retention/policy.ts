import type { Policy } from '../comment/policy.ts';
import type { Status } from '../comment/status.ts';
import { DAY_MS } from '../comment/time.ts';

type Retention = Policy['retention'];

/**
 * When a comment that takes this status now is due to go; undefined for what stays.
 * The day is fixed with the status, so a later change of policy never shortens it.
 */
export const expiryOf = (status: Status, retention: Retention, now: number): number | undefined => {
  switch (status) {
    case 'approved':
      return undefined;
    case 'pending':
      return now + retention.pendingDays * DAY_MS;
    case 'rejected':
    case 'withdrawn':
      return now + retention.rejectedDays * DAY_MS;
    case 'spam':
      return now + retention.spamDays * DAY_MS;
  }
};

/** Whether a comment may be removed now: never an approved one, never before its day. */
export const isDue = (
  { status, expiresAt }: { readonly status: Status; readonly expiresAt?: number },
  now: number,
): boolean => status !== 'approved' && expiresAt !== undefined && expiresAt <= now;
