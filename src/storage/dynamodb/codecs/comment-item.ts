import type { Comment, CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import { listingOf, placeTimeOf } from '../../../comment/queue.ts';
import type { Language } from '../../../comment/site.ts';
import { rejectionReasons, type Status, statuses } from '../../../comment/status.ts';
import { isDecision } from '../../../moderation/decision.ts';
import type { Standing, StatusChange } from '../../../moderation/status-change.ts';
import type { QueuedComment, ShownComment } from '../../comment-store.ts';
import { DamagedItem, type Item, numberOf, optional, type PlainMap, textOf, toItem } from '../attributes.ts';
import type { Update } from '../expressions.ts';
import { commentKey, viewOf } from '../keys.ts';
import { articleOf, idOf, idOfView, rootOf, sinceOfView } from '../read-keys.ts';
import { EXPIRES_AT, toMs, toSeconds } from './expiry.ts';
import { QUEUED, readQueued, readScreening, writeScreening } from './screening-map.ts';
import { PAGE, readShown, readShownWhole, VERSION, versionIn, writeShown } from './shown-map.ts';

/** Attributes that conditions and filters name. */
export const STATUS = 'status';
export const NETWORK = 'network';
/** Ids of bans of the network, 8 bytes each: spelled out, they would take ordinary comments over 1 KB. */
export const NETWORK_BANS = 'n';
const BAN_BYTES = 8;
const BAN_LETTER = 'n';
const DECISION = 'decision';
const DECIDED = 'd';
const REASON = 'reason';
const NOTE = 'note';
const STAFF = 'staff';
export const EDIT = 'edit';
export const ORIGINAL = 'original';
export const REVISED_AT = 'revisedAt';
const ERASED = 'erased';

export const commentToItem = (comment: Comment): Item =>
  toItem({
    ...commentKey(comment.site, comment.article, comment.id),
    ...standingAttributes(comment),
    ...writeShown(comment),
    // An index key must not be empty.
    a: comment.authorKey || undefined,
    root: comment.root === comment.id ? undefined : comment.root,
    language: comment.language,
    policy: comment.policyVersion,
    [NETWORK]: comment.networkKey,
    [NETWORK_BANS]: comment.networkBans && bytesOfBans(comment.networkBans),
    email: comment.emailKey,
    print: comment.fingerprint,
    [STAFF]: comment.staffId,
    [EDIT]: comment.edit,
    [ORIGINAL]: comment.original,
    [REVISED_AT]: comment.revisedAt,
    [ERASED]: comment.erasedAt,
    [DECIDED]: comment.decidedVersion,
    [REASON]: comment.reason,
    [NOTE]: comment.note,
    title: comment.articleTitle,
    link: comment.articleLink,
  });

/** Writes a comment's new standing, on the condition of the version before. */
export const changeToUpdate = ({ comment, event, told, alsoTold }: StatusChange): Update => {
  const attributes: PlainMap = {
    ...standingAttributes(comment),
    [PAGE]: comment.page,
    ...(isDecision(event) && { [DECIDED]: comment.version }),
    ...(told && { [REASON]: told.reason, [NOTE]: told.note }),
    ...(alsoTold?.reason && { [REASON]: alsoTold.reason }),
    ...(alsoTold?.note && { [NOTE]: alsoTold.note }),
  };
  return {
    set: { ...attributes, [VERSION]: comment.version },
    remove: Object.keys(attributes).filter((name) => attributes[name] === undefined),
    only: [[VERSION, '=', comment.version - 1]],
  };
};

/** Whether the item holds this very decision, from an attempt whose answer was lost. */
export const hasStanding = (item: Item, { version, decision }: Standing): boolean =>
  versionIn(item) === version && decision !== undefined && item[DECISION]?.S === decision;

/** The attributes that depend on a comment's status; undefined ones are to be removed. */
export const standingAttributes = (comment: Standing): PlainMap => ({
  v: viewOf(comment)?.v,
  vs: viewOf(comment)?.vs,
  [STATUS]: comment.status,
  // Of a listed comment, `vs` holds the time of its place, which is another one only after an undo.
  since: listingOf(comment) && placeTimeOf(comment) === comment.since ? undefined : comment.since,
  // Stored only for the exception: a decision by nobody who saw the comment.
  seen: comment.decision === undefined || comment.seen ? undefined : 0,
  [DECISION]: comment.decision,
  [EXPIRES_AT]: comment.expiresAt === undefined ? undefined : toSeconds(comment.expiresAt),
  ...writeScreening(comment),
});

/** @throws {DamagedItem} */
export const itemToComment = (item: Item): Comment => {
  const id = idOf(textOf(item, 'sk'));
  return {
    ...articleOf(textOf(item, 'pk')),
    id,
    root: (item.root?.S ?? id) as CommentId,
    createdAt: timeOf(id),
    ...readShownWhole(item),
    ...readScreening(item),
    status: statusOf(item),
    language: textOf(item, 'language') as Language,
    ...timesIn(item),
    authorKey: item[ERASED] ? '' : textOf(item, 'a'),
    policyVersion: numberOf(item, 'policy'),
    fingerprint: textOf(item, 'print'),
    seen: item[DECISION] !== undefined && item.seen === undefined,
    ...optional('networkKey', item, NETWORK),
    ...(item[NETWORK_BANS]?.B ? { networkBans: bansOfBytes(item[NETWORK_BANS].B) } : {}),
    ...optional('emailKey', item, 'email'),
    ...optional('decision', item, DECISION),
    ...(item[DECIDED] ? { decidedVersion: numberOf(item, DECIDED) } : {}),
    ...reasonIn(item),
    ...optional('note', item, NOTE),
    ...optional('staffId', item, STAFF),
    ...optional('original', item, ORIGINAL),
    ...editIn(item),
    ...(item[REVISED_AT] ? { revisedAt: numberOf(item, REVISED_AT) } : {}),
    ...optional('articleTitle', item, 'title'),
    ...optional('articleLink', item, 'link'),
    ...(item[EXPIRES_AT] ? { expiresAt: toMs(numberOf(item, EXPIRES_AT)) } : {}),
    ...(item[ERASED] ? { erasedAt: numberOf(item, ERASED) } : {}),
  };
};

const timesIn = (item: Item): Pick<Comment, 'since' | 'queuedAt'> => {
  if (!item[QUEUED]) return { since: numberOf(item, 'since') };
  const queuedAt = sinceOfView(textOf(item, 'vs'));
  return item.since ? { since: numberOf(item, 'since'), queuedAt } : { since: queuedAt };
};

const bytesOfBans = (ids: readonly string[]): Uint8Array =>
  Buffer.concat(ids.map((id) => Buffer.from(id.slice(BAN_LETTER.length), 'base64url')));

const bansOfBytes = (bytes: Uint8Array): readonly string[] => {
  const all = Buffer.from(bytes);
  return Array.from({ length: all.length / BAN_BYTES }, (_, at) => {
    const one = all.subarray(at * BAN_BYTES, (at + 1) * BAN_BYTES);
    return `${BAN_LETTER}${one.toString('base64url')}`;
  });
};

/** An entry of index `view` under its article. @throws {DamagedItem} */
export const itemToShown = (item: Item): ShownComment => {
  const place = textOf(item, 'vs');
  const id = idOfView(place);
  return { id, root: rootOf(place), createdAt: timeOf(id), ...readShown(item) };
};

/** An entry of index `view` under a queue. @throws {DamagedItem} */
export const itemToQueued = (item: Item): QueuedComment => {
  const id = idOf(textOf(item, 'sk'));
  const since = sinceOfView(textOf(item, 'vs'));
  return {
    ...articleOf(textOf(item, 'pk')),
    id,
    createdAt: timeOf(id),
    since,
    ...readShownWhole(item),
    ...readQueued(item, since),
  };
};

const editIn = (item: Item): Pick<Comment, 'edit'> => {
  const map = item[EDIT]?.M;
  if (map === undefined) return {};
  return { edit: { by: textOf(map, 'by'), at: numberOf(map, 'at'), version: numberOf(map, 'version') } };
};

const reasonIn = (item: Item): Pick<Comment, 'reason'> => {
  const reason = rejectionReasons.find((name) => name === item[REASON]?.S);
  return reason === undefined ? {} : { reason };
};

const statusOf = (item: Item): Status => {
  const status = statuses.find((name) => name === item[STATUS]?.S);
  if (!status) throw new DamagedItem(STATUS);
  return status;
};
