import type { Comment, CommentId } from '../../comment/comment.ts';
import { type DecisionRecord, teaches } from '../../moderation/decision.ts';
import type { AuditEvent } from '../../moderation/status-change.ts';
import { stepTo, stepToRemoval } from '../../moderation/steps.ts';
import {
  type Counted,
  type Counts,
  countedOf,
  countNames,
  noCounts,
  type Step,
} from '../../moderation/tally.ts';
import type { RecountArticle } from '../maintenance-store.ts';
import { countOf, type Item, toItem } from './attributes.ts';
import { decisionOf } from './changes.ts';
import { itemToComment } from './codecs/comment-item.ts';
import { itemToCounted } from './counted-items.ts';
import { articleKey, articlePartition, COMMENT_PREFIX, EVENT_PREFIX } from './keys.ts';
import type { Clock } from './learning/memories.ts';
import { readAll } from './lists/pages.ts';
import { eventOf, idOf } from './read-keys.ts';
import type { Table } from './table.ts';

/**
 * Holds an article's comments against what was counted of them. What was counted is read first: a comment that came in
 * meanwhile is then one to count, and none seems to be gone that was not there yet.
 */
export const createRecounts = (table: Table, { now }: Clock): RecountArticle => ({
  recount: async (site, article) => {
    const stored = await table.get(articleKey(site, article), { ConsistentRead: true });
    const pk = articlePartition(site, article);
    const trails = trailsOf(table, await readPrefix(table, pk, EVENT_PREFIX));
    const items = await readPrefix(table, pk, COMMENT_PREFIX);
    const comments = table.readable(items, itemToComment);
    // A damaged comment is not counted, but it still exists.
    const there = new Set(items.map(({ sk }) => idOf(sk?.S ?? '')));
    const place = { site, article };

    return {
      stored: countsOf(stored),
      counted: sumOf(comments),
      missed: [...stepsTo(comments, trails), ...removals(place, there, trails, now())],
      decisions: decisionsOn(there, trails),
      tallies: countOf(stored, 'tallies'),
      newest: comments.reduce((newest, { since }) => Math.max(newest, since), 0),
    };
  },
});

/** A summary of one comment's audit trail. */
type Trail = {
  readonly counted: Counted | undefined;
  /** Whether it contains the screening event, which is written when the comment is counted. */
  readonly isScreened: boolean;
  /** The newest version in it. */
  readonly version: number;
  /** The comment's status before the oldest decision. */
  readonly screenedAs: AuditEvent['before'];
  readonly decisions: readonly DecisionRecord[];
};
type Trails = ReadonlyMap<CommentId, Trail>;

const readPrefix = (table: Table, pk: string, prefix: string) =>
  readAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: toItem({ ':pk': pk, ':prefix': prefix }),
    ConsistentRead: true,
  });

const trailsOf = (table: Table, events: readonly Item[]): Trails => {
  const byComment = Map.groupBy(events, ({ sk }) => eventOf(sk?.S ?? '').comment);
  return new Map([...byComment].map(([id, ofOne]) => [id, trailOf(table, ofOne)]));
};

const trailOf = (table: Table, events: readonly Item[]): Trail => {
  const [counted] = table.readable(events, itemToCounted).filter((one) => one !== undefined);
  const [oldest] = events.filter((event) => event.before !== undefined);
  return {
    counted,
    isScreened: events.some(({ action }) => action?.S === 'screen' || action?.S === 'reply'),
    version: Math.max(...events.map(({ sk }) => eventOf(sk?.S ?? '').version)),
    screenedAs: oldest?.before?.S as AuditEvent['before'],
    decisions: events.flatMap((event) => decisionOf(event, event.sk?.S ?? '') ?? []),
  };
};

const stepsTo = (comments: readonly Comment[], trails: Trails): readonly Step[] =>
  comments.flatMap((comment) => {
    const { counted, isScreened, screenedAs } = trails.get(comment.id) ?? {};
    // Counted by an older release, which noted it in the author's record only.
    if (isScreened && !counted) return [];
    return stepTo(comment, counted, screenedAs) ?? [];
  });

const removals = (
  place: { readonly site: string; readonly article: string },
  there: ReadonlySet<CommentId>,
  trails: Trails,
  at: number,
): readonly Step[] =>
  [...trails].flatMap(([id, { counted, version }]) =>
    counted && !there.has(id)
      ? (stepToRemoval({ ...place, id }, { before: counted, version, at }) ?? [])
      : [],
  );

/** The model learns nothing from a removed comment, but what it taught can still be taken back. */
const decisionsOn = (there: ReadonlySet<CommentId>, trails: Trails): readonly DecisionRecord[] =>
  [...trails]
    .flatMap(([id, { decisions }]) => decisions.filter((one) => !teaches(one) || there.has(id)))
    .sort((one, other) => one.at - other.at || one.version - other.version);

const countsOf = (item: Item | undefined): Counts =>
  Object.fromEntries(countNames.map((name) => [name, countOf(item, name)])) as Counts;

const sumOf = (comments: readonly Comment[]): Counts => {
  const counts = { ...noCounts };
  for (const comment of comments) {
    const { place } = countedOf(comment);
    if (place) counts[place] += 1;
  }
  return counts;
};
