import type { Comment } from '../../src/comment/comment.ts';
import { isBlatant } from '../../src/comment/verdict.ts';
import { itemToComment } from '../../src/storage/dynamodb/codecs/comment-item.ts';
import { itemToLesson, sumsOf } from '../../src/storage/dynamodb/codecs/learned-items.ts';
import { authorKey, memoryKey, queueCountsKey } from '../../src/storage/dynamodb/keys.ts';
import type { Item } from '../journeys/with-backend.ts';

// Counts a table by hand, from its comments, its audit trail and its lessons, and says what else in it differs.

type Trail = ReadonlyMap<string, readonly Item[]>;

/** A sentence for each thing that follows from a site's comments and decisions, and is not as it must be. */
export const problemsOf = (items: readonly Item[], site: string): readonly string[] => {
  const ofArticles = items.filter(({ pk }) => pk?.S?.startsWith(`${site}#`));
  const comments = ofArticles.filter(({ sk }) => sk?.S?.startsWith('C#')).map(itemToComment);
  const trail = Map.groupBy(
    ofArticles.filter(({ sk }) => sk?.S?.startsWith('E#')),
    ({ pk, sk }) => `${pk?.S} ${sk?.S?.split('#')[2]}`,
  );
  return [
    ...articleProblems(items, comments, site),
    ...queueProblems(items, comments, site),
    ...authorProblems(items, comments),
    ...comments.flatMap((comment) => trailProblems(comment, trail)),
    ...learningProblems(items, ofArticles, site),
  ];
};

const NAMES = ['approved', 'pending', 'spam'] as const;

const find = (items: readonly Item[], key: { readonly pk: string; readonly sk: string }) =>
  items.find(({ pk, sk }) => pk?.S === key.pk && sk?.S === key.sk);

const differ = (what: string, stored: unknown, counted: unknown): readonly string[] =>
  JSON.stringify(stored) === JSON.stringify(counted)
    ? []
    : [`${what}: ${JSON.stringify(stored)} is stored, ${JSON.stringify(counted)} counted`];

/** Blatant spam is in no queue, and counted nowhere. */
const countsOf = (comments: readonly Comment[]) =>
  NAMES.map(
    (name) =>
      comments.filter(({ status, verdict }) => status === name && !(name === 'spam' && isBlatant(verdict)))
        .length,
  );
const storedIn = (item: Item | undefined) => NAMES.map((name) => Number(item?.[name]?.N ?? 0));

const articleProblems = (items: readonly Item[], comments: readonly Comment[], site: string) =>
  [...Map.groupBy(comments, ({ article }) => article)].flatMap(([article, ofOne]) =>
    differ(article, storedIn(find(items, { pk: `${site}#${article}`, sk: 'A' })), countsOf(ofOne)),
  );

const queueProblems = (items: readonly Item[], comments: readonly Comment[], site: string) =>
  differ('queues', storedIn(find(items, queueCountsKey(site))), countsOf(comments));

const authorProblems = (items: readonly Item[], comments: readonly Comment[]) =>
  [...Map.groupBy(comments, (comment) => comment.authorKey)].flatMap(([author, ofOne]) => {
    const stored = find(items, authorKey(author));
    const [approved, pending] = countsOf(ofOne) as [number, number];
    // What no moderator saw earns nothing.
    const earned = ofOne.filter(({ status, seen }) => status === 'approved' && seen).length;
    return differ(
      author,
      [Number(stored?.approved?.N ?? 0), Number(stored?.refused?.N ?? 0)],
      [earned, ofOne.length - approved - pending],
    );
  });

/** One event for each version, the first by screening, each from what the one before led to. */
const trailProblems = ({ site, article, id, version, status }: Comment, trail: Trail) => {
  const events = (trail.get(`${site}#${article} ${id}`) ?? []).toSorted(
    (a, b) => versionOf(a) - versionOf(b),
  );
  const steps = events.map((event) => [versionOf(event), event.action?.S === 'screen', event.before?.S]);
  const expected = Array.from({ length: version }, (_, at) => [at + 1, at === 0, events[at - 1]?.after?.S]);
  return [
    ...differ(`trail of ${article} ${id}`, steps, expected),
    ...differ(`end of ${article} ${id}`, events.at(-1)?.after?.S, status),
  ];
};

const versionOf = ({ sk }: Item) => Number(sk?.S?.split('#').at(-1));

const learningProblems = (items: readonly Item[], ofArticles: readonly Item[], site: string) => {
  const kept = items.filter(({ pk, sk }) => pk?.S === memoryKey(site).pk && sk?.S !== 'M').map(itemToLesson);
  const lessons = kept.flatMap(({ stands }) => stands ?? []);
  const sums = new Map<string, number>();
  for (const { change } of lessons)
    for (const [name, sum] of Object.entries(sumsOf(change))) sums.set(name, (sums.get(name) ?? 0) + sum);
  const { pk: _, sk: __, ...memory } = find(items, memoryKey(site)) ?? {};
  const stored = Object.entries(memory).map(([name, value]) => [name, Number(value?.N)] as const);
  return [
    ...differ('memory', sorted(stored), sorted([...sums])),
    ...differ('lessons', lessons.map(({ change }) => change.event).sort(), tellingEvents(ofArticles)),
  ];
};

const sorted = (sums: readonly (readonly [string, number])[]) =>
  sums.filter(([, sum]) => sum !== 0).sort(([one], [other]) => (one < other ? -1 : 1));

/** Each comment's last standing decision, where it teaches, by the names of their lessons. */
const tellingEvents = (ofArticles: readonly Item[]) => {
  const decided = ofArticles
    .filter(({ action }) => /^(approve|spam|reject|restore|undo)$/.test(action?.S ?? ''))
    .toSorted((one, other) => versionOf(one) - versionOf(other));
  const comments = Map.groupBy(decided, ({ pk, sk }) => `${pk?.S?.split('#')[1]}#${sk?.S?.split('#')[2]}`);
  return [...comments]
    .flatMap(([comment, ofOne]) => {
      const last = standingOf(ofOne);
      return last && /approve|spam/.test(last.action?.S ?? '') ? [`${comment}#${versionOf(last)}`] : [];
    })
    .sort();
};

/** The last decision that was neither undone nor undoes another. */
const standingOf = (decided: readonly Item[]): Item | undefined => {
  const undone = new Set(
    decided.filter(({ action }) => action?.S === 'undo').map((item) => versionOf(item) - 1),
  );
  return decided.findLast((item) => item.action?.S !== 'undo' && !undone.has(versionOf(item)));
};
