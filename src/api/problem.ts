import {
  type CurrentState,
  type FieldProblem,
  type OtherState,
  Refusal,
  type RefusalCode,
} from '../comment/refusal.ts';

/** One field that was refused; for a text of a wrong length the limit that it breaks, in characters. */
type FieldView = Pick<FieldProblem, 'field' | 'detail'> & { readonly min?: number; readonly max?: number };

/** A problem as RFC 9457 writes it, for `application/problem+json`. */
export type Problem = {
  /** `/problems/<code>`, or `about:blank` for an unexpected error. Never renamed. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode | 'internal-error';
  readonly fields?: readonly FieldView[];
  /** Of a conflict: how the comment or the member stands now. */
  readonly current?: OtherState;
  readonly requestId?: string;
};

/** Every refusal's HTTP status and title. A code without a line here does not compile. */
export const problems: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string }>> = {
  'already-a-member': { status: 409, title: 'A member already' },
  'already-answered': { status: 409, title: 'Answered already' },
  'already-appealed': { status: 409, title: 'A review was asked for already' },
  'already-decided': { status: 409, title: 'Already decided' },
  'article-closed': { status: 403, title: 'The article takes no comments' },
  'ban-not-found': { status: 404, title: 'No such ban' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'changed-meanwhile': { status: 409, title: 'Changed meanwhile' },
  'comment-erased': { status: 410, title: 'The comment was erased' },
  'comment-not-found': { status: 404, title: 'No such comment' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key was used for something else' },
  'invalid-body': { status: 400, title: 'The body cannot be read' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong here' },
  'invalid-fields': { status: 422, title: 'Some fields are wrong' },
  'invalid-id-token': { status: 422, title: 'The ID token is not taken' },
  'invalid-idempotency-key': { status: 400, title: 'The idempotency key cannot be read' },
  'invalid-query': { status: 400, title: 'Some query parameters are wrong' },
  'invalid-token': { status: 401, title: 'The token is not taken' },
  'invalid-undo': { status: 400, title: 'Nothing to undo by this token' },
  'invitation-not-found': { status: 404, title: 'No such invitation' },
  'issuer-unavailable': { status: 503, title: 'The sign-in service does not answer' },
  'last-admin': { status: 409, title: 'The last admin stays' },
  'member-not-found': { status: 404, title: 'No such member' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-a-moderator': { status: 403, title: 'Not for this account' },
  'nothing-to-appeal': { status: 409, title: 'There is no decision to review' },
  'origin-not-allowed': { status: 403, title: 'The origin is not allowed' },
  'parent-not-found': { status: 422, title: 'The comment answered is not there' },
  'policy-version-not-found': { status: 404, title: 'No such version of the policy' },
  'receipt-not-found': { status: 404, title: 'No such receipt' },
  'route-not-found': { status: 404, title: 'Nothing here' },
  'site-not-found': { status: 404, title: 'No such site' },
  'storage-unavailable': { status: 503, title: 'The storage does not answer' },
  'team-full': { status: 409, title: 'The team is full' },
  'too-late': { status: 403, title: 'The time for changes is over' },
  'too-many-bans': { status: 409, title: 'The list of bans is full' },
  'too-many-comments': { status: 429, title: 'Too many comments' },
  'too-many-reports': { status: 429, title: 'Too many reports' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'unsupported-media-type': { status: 415, title: 'The media type is not read' },
};

/** A refusal as a problem document. Any other error shows nothing but the request's id. */
export const problemOf = (error: unknown, requestId?: string): Problem => {
  const named = requestId === undefined ? {} : { requestId };
  return error instanceof Refusal ? { ...refused(error), ...named } : { ...unexpected, ...named };
};

const refused = ({ code, message, fields, current }: Refusal): Problem => ({
  type: `/problems/${code}`,
  ...problems[code],
  detail: message,
  code,
  ...(fields.length === 0 ? {} : { fields: fields.map(fieldView) }),
  ...(current ? { current: currentView(current) } : {}),
});

const fieldView = ({ field, detail, reason }: FieldProblem): FieldView => {
  if (reason?.kind === 'too-short') return { field, detail, min: reason.limit };
  return reason?.kind === 'too-long' ? { field, detail, max: reason.limit } : { field, detail };
};

const currentView = (current: CurrentState | OtherState): OtherState =>
  isComment(current)
    ? { ...current, by: current.by ?? null, at: new Date(current.at).toISOString() }
    : { ...current };

const isComment = (current: CurrentState | OtherState): current is CurrentState =>
  'by' in current && typeof current.at === 'number';

const unexpected: Problem = {
  type: 'about:blank',
  title: 'Internal error',
  status: 500,
  detail: 'Something went wrong on our side.',
  code: 'internal-error',
};
