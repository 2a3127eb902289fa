import type { Status } from './status.ts';

/** Every expected "no", by its public code. Codes are part of the wire and never renamed. */
export const refusalCodes = [
  'already-a-member',
  'already-answered',
  'already-appealed',
  'already-decided',
  'article-closed',
  'ban-not-found',
  'body-too-large',
  'changed-meanwhile',
  'comment-erased',
  'comment-not-found',
  'idempotency-key-reused',
  'invalid-body',
  'invalid-cursor',
  'invalid-fields',
  'invalid-id-token',
  'invalid-idempotency-key',
  'invalid-query',
  'invalid-token',
  'invalid-undo',
  'invitation-not-found',
  'issuer-unavailable',
  'last-admin',
  'member-not-found',
  'method-not-allowed',
  'not-a-moderator',
  'nothing-to-appeal',
  'origin-not-allowed',
  'parent-not-found',
  'policy-version-not-found',
  'receipt-not-found',
  'route-not-found',
  'site-not-found',
  'storage-unavailable',
  'team-full',
  'too-late',
  'too-many-bans',
  'too-many-comments',
  'too-many-reports',
  'too-many-requests',
  'unsupported-media-type',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What is wrong with a text that somebody wrote, for pages that say so in their reader's language. Limits are in characters. */
export type FieldReason =
  | { readonly kind: 'missing' | 'invisible' | 'marks' }
  | { readonly kind: 'too-short' | 'too-long'; readonly limit: number };

/** One field that was refused: its name as sent, and a sentence about it. Never the value. Of the reason only its limit goes over the wire. */
export type FieldProblem = {
  readonly field: string;
  readonly detail: string;
  readonly reason?: FieldReason;
};

/** The state of a comment that somebody else changed first, and who changed it: undefined for screening. */
export type CurrentState = {
  readonly status: Status;
  readonly version: number;
  readonly by: string | undefined;
  /** In milliseconds since 1970. */
  readonly at: number;
};

/** The state of anything else, such as a member or an article. */
export type OtherState = { readonly version: number; readonly [name: string]: unknown };

type Details = {
  /** Seconds after which the same request may succeed. */
  readonly retryAfterS?: number;
  readonly fields?: readonly FieldProblem[];
  /** Methods that the address takes. */
  readonly allow?: readonly string[];
  /** The path that replaces the one that was asked for, as the contracts write it. */
  readonly successor?: string | undefined;
  /** Of a conflict: the current state of the comment or other thing, as the wire shows it. */
  readonly current?: CurrentState | OtherState;
  readonly cause?: unknown;
};

/** An expected refusal. `detail` is a sentence for the caller; it never quotes what the caller sent. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly retryAfterS: number | undefined;
  readonly fields: readonly FieldProblem[];
  readonly allow: readonly string[];
  readonly successor: string | undefined;
  readonly current: CurrentState | OtherState | undefined;

  constructor(
    code: RefusalCode,
    detail: string,
    { retryAfterS, fields = [], allow = [], successor, current, cause }: Details = {},
  ) {
    super(detail, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.retryAfterS = retryAfterS;
    this.fields = fields;
    this.allow = allow;
    this.successor = successor;
    this.current = current;
  }
}
