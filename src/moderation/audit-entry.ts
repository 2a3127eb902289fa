/**
 * One entry of an audit trail, as it is shown: of a comment (`article`, `comment`, `version`), or of the site (`subject`, and the
 * comment that a ban was made of).
 */
export type AuditEntry = {
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly article?: string;
  readonly comment?: string;
  readonly version?: number;
  readonly subject?: string;
  readonly before?: string;
  readonly after?: string;
  readonly reason?: string;
  /** A moderator's ruling on the author's page: `show` or `hide`. */
  readonly page?: string;
  /** The version of the site's policy. */
  readonly policy?: number;
  /** One name for all that one request did. */
  readonly batch?: string;
  /** Since when the comment was held that this event let go. Absent for events of an earlier release. */
  readonly heldAt?: number;
};
