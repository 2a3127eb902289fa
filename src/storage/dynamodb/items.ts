import type { Article } from '../../comment/article.ts';
import type { Comment, CommentId } from '../../comment/comment.ts';
import { timeOf } from '../../comment/comment-id.ts';
import type { Language } from '../../comment/site.ts';
import { type Status, statuses } from '../../comment/status.ts';
import type { AuditEvent, Standing } from '../../moderation/decision.ts';
import type { QueuedComment, ShownComment } from '../comment-store.ts';
import { countOf, DamagedItem, type Item, numberOf, optional, textOf, toItem } from './attributes.ts';
import { articleOf, commentKey, eventKey, idOf, idOfView, rootOf, viewOf } from './keys.ts';
import { readVerdict, writeVerdict } from './verdicts.ts';

const SECOND_MS = 1000;

/** Index `view` carries `queueVerdict` but not `verdict`: queues show it, public pages need not pay for it. */
export const verdictAttribute = (comment: Standing) =>
  comment.status === 'approved' || !viewOf(comment) ? 'verdict' : 'queueVerdict';

export const toSeconds = (ms: number) => Math.ceil(ms / SECOND_MS);

export const commentToItem = (comment: Comment): Record<string, Item[string]> => ({
  ...toItem({
    ...commentKey(comment.site, comment.article, comment.id),
    ...viewOf(comment),
    a: comment.authorKey,
    record: recordText(comment.authorRecord),
    status: comment.status,
    version: comment.version,
    author: comment.author,
    url: comment.url,
    text: comment.text,
    parent: comment.parent,
    root: comment.root === comment.id ? undefined : comment.root,
    language: comment.language,
    since: comment.since,
    [verdictAttribute(comment)]: writeVerdict(comment.verdict),
    policy: comment.policyVersion,
    network: comment.networkKey,
    email: comment.emailKey,
    print: comment.fingerprint,
    seen: comment.decision === undefined ? undefined : Number(comment.seen),
    decision: comment.decision,
    expiresAt: comment.expiresAt === undefined ? undefined : toSeconds(comment.expiresAt),
    title: comment.articleTitle,
    link: comment.articleLink,
  }),
});

/** @throws {DamagedItem} */
export const itemToComment = (item: Item): Comment => {
  const id = idOf(textOf(item, 'sk'));
  return {
    ...articleOf(textOf(item, 'pk')),
    ...shown(item, id, (item.root?.S ?? id) as CommentId),
    status: statusOf(item),
    language: textOf(item, 'language') as Language,
    since: numberOf(item, 'since'),
    verdict: readVerdict(item.verdict?.S ?? textOf(item, 'queueVerdict')),
    authorKey: textOf(item, 'a'),
    authorRecord: recordOf(item),
    policyVersion: numberOf(item, 'policy'),
    fingerprint: textOf(item, 'print'),
    seen: seenIn(item),
    ...optional('networkKey', item, 'network'),
    ...optional('emailKey', item, 'email'),
    ...optional('decision', item),
    ...optional('articleTitle', item, 'title'),
    ...optional('articleLink', item, 'link'),
    ...expiryOf(item),
  };
};

/** An entry of index `view` under its article. @throws {DamagedItem} */
export const itemToShown = (item: Item): ShownComment => {
  const vs = textOf(item, 'vs');
  return shown(item, idOfView(vs), rootOf(vs));
};

/** An entry of index `view` under a queue. @throws {DamagedItem} */
export const itemToQueued = (item: Item): QueuedComment => {
  const { root: _, ...rest } = shown(item, idOf(textOf(item, 'sk')), '' as CommentId);
  return {
    ...rest,
    ...articleOf(textOf(item, 'pk')),
    since: numberOf(item, 'since'),
    verdict: readVerdict(textOf(item, 'queueVerdict')),
    authorRecord: recordOf(item),
    ...expiryOf(item),
  };
};

export const itemToArticle = (item: Item): Article => ({
  site: articleOf(textOf(item, 'pk')).site,
  id: articleOf(textOf(item, 'pk')).article,
  ...optional('title', item),
  ...optional('link', item),
  mode: (item.mode?.S ?? 'open') as Article['mode'],
  approved: countOf(item, 'approved'),
  version: countOf(item, 'version'),
});

export const eventToItem = (event: AuditEvent): Record<string, Item[string]> =>
  toItem({
    ...eventKey(event),
    by: event.by,
    action: event.action,
    before: event.before,
    after: event.after,
    reason: event.reason,
    note: event.note,
    policy: event.policy,
    batch: event.batch,
  });

const shown = (item: Item, id: CommentId, root: CommentId): ShownComment => ({
  id,
  root,
  createdAt: timeOf(id),
  author: textOf(item, 'author'),
  text: textOf(item, 'text'),
  version: numberOf(item, 'version'),
  ...optional('url', item),
  ...(optional('parent', item) as { parent?: CommentId }),
});

/** Nothing where there is nothing to say: most are somebody's first. */
const recordText = ({ approved, refused }: Comment['authorRecord']): string | undefined =>
  approved || refused ? `${approved}/${refused}` : undefined;

const recordOf = (item: Item): Comment['authorRecord'] => {
  const [approved = 0, refused = 0] = (item.record?.S ?? '').split('/').map(Number);
  return { approved, refused };
};

/** Items of before this was written: whatever was decided was seen. */
const seenIn = ({ seen, decision }: Item): boolean => (seen ? seen.N === '1' : decision !== undefined);

const statusOf = (item: Item): Status => {
  const status = statuses.find((name) => name === item.status?.S);
  if (!status) throw new DamagedItem('status');
  return status;
};

const expiryOf = (item: Item): { readonly expiresAt?: number } =>
  item.expiresAt === undefined ? {} : { expiresAt: numberOf(item, 'expiresAt') * SECOND_MS };
