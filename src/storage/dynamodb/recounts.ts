import type { Comment, CommentId } from '../../comment/comment.ts';
import { HOUR_MS } from '../../comment/time.ts';
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
import { readEach } from './lists/pages.ts';
import { eventOf, idOf } from './read-keys.ts';
import type { Table } from './table.ts';

/**
 * Holds an article's comments against what was counted of them. What was counted is read first: a comment that came in
 * meanwhile is then one to count, and none seems to be gone that was not there yet.
 */
export const createRecounts = (table: Table, { now }: Clock): RecountArticle => ({
  recount: async (site, article) => {
    const began = now();
    const stored = await table.get(articleKey(site, article), { ConsistentRead: true });
    const pk = articlePartition(site, article);
    const told = await readPrefix(table, pk, EVENT_PREFIX, (events) =>
      events.map((one) => toldBy(table, one)),
    );
    const trails = trailsOf(told);
    const found = await readPrefix(table, pk, COMMENT_PREFIX, (items) =>
      items.map((item) => foundIn(table, item, { trails, began })),
    );
    const there = new Set(found.map(({ id }) => id));
    const place = { site, article };

    return {
      stored: countsOf(stored),
      counted: sumOf(found),
      missed: [...found.flatMap(({ step }) => step ?? []), ...removals(place, there, trails, now())],
      decisions: decisionsOn(there, trails),
      tallies: countOf(stored, 'tallies'),
      newest: found.reduce((newest, { changedAt }) => Math.max(newest, changedAt), 0),
    };
  },
});

/** What one event tells of its comment. */
type Told = {
  readonly comment: CommentId;
  readonly version: number;
  readonly counted: Counted | undefined;
  readonly isScreening: boolean;
  readonly before: AuditEvent['before'];
  readonly decision: DecisionRecord | undefined;
};

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

const readPrefix = <T>(
  table: Table,
  pk: string,
  prefix: string,
  make: (items: readonly Item[]) => readonly T[],
) =>
  readEach(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':prefix': prefix }),
      ConsistentRead: true,
    },
    make,
  );

const toldBy = (table: Table, event: Item): Told => {
  const { comment, version } = eventOf(event.sk?.S ?? '');
  const action = event.action?.S;
  return {
    comment,
    version,
    counted: table.readable([event], itemToCounted)[0],
    isScreening: action === 'screen' || action === 'reply',
    before: event.before?.S as AuditEvent['before'],
    decision: decisionOf(event, event.sk?.S ?? ''),
  };
};

const trailsOf = (told: readonly Told[]): Trails =>
  new Map([...Map.groupBy(told, ({ comment }) => comment)].map(([id, ofOne]) => [id, trailOf(ofOne)]));

const trailOf = (told: readonly Told[]): Trail => ({
  counted: told.find(({ counted }) => counted !== undefined)?.counted,
  isScreened: told.some(({ isScreening }) => isScreening),
  version: Math.max(...told.map(({ version }) => version)),
  screenedAs: told.find(({ before }) => before !== undefined)?.before,
  decisions: told.flatMap(({ decision }) => decision ?? []),
});

/** What a stored comment adds to a recount. A damaged one is not counted, but it still exists. */
type Found = {
  readonly id: CommentId;
  readonly place: Counted['place'];
  /** When it took its status, or another text. */
  readonly changedAt: number;
  /** What is left to count of it. */
  readonly step: Step | undefined;
};

type Known = { readonly trails: Trails; readonly began: number };

const foundIn = (table: Table, item: Item, { trails, began }: Known): Found => {
  const id = idOf(item.sk?.S ?? '');
  const [comment] = table.readable([item], itemToComment);
  if (!comment) return { id, place: undefined, changedAt: 0, step: undefined };
  const changedAt = Math.max(comment.since, comment.edit?.at ?? 0);
  const trail = trails.get(id) ?? {};
  if (isAhead(comment, trail, began)) return { id, place: undefined, changedAt, step: undefined };
  return { id, place: countedOf(comment).place, changedAt, step: stepFrom(trail, comment) };
};

/**
 * Whether a comment that was never counted was decided after its trail was read, which then does not tell how it was screened. It is left
 * to the stream or the next recount. Clocks may differ by an hour.
 */
const isAhead = (
  { version, since }: Comment,
  { counted, isScreened, screenedAs }: Partial<Trail>,
  began: number,
): boolean => version > 1 && !counted && !isScreened && screenedAs === undefined && since > began - HOUR_MS;

const stepFrom = ({ counted, isScreened, screenedAs }: Partial<Trail>, comment: Comment): Step | undefined =>
  // Counted by an older release, which noted it in the author's record only.
  isScreened && !counted ? undefined : stepTo(comment, counted, screenedAs);

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

const sumOf = (found: readonly Found[]): Counts => {
  const counts = { ...noCounts };
  for (const { place } of found) if (place) counts[place] += 1;
  return counts;
};
