import type { CommentId } from '../../../comment/comment.ts';
import { learned, type ModelUpdate, shareOf, unlearned } from '../../../screening/filter/site/site-memory.ts';
import type {
  FetchLesson,
  KnownLessons,
  Lesson,
  ListLessons,
  Memory,
  SaveLesson,
  Standing,
  Taught,
} from '../../learning-store.ts';
import { countOf, type Item, textOf, toItem } from '../attributes.ts';
import {
  countNameOf,
  FORGOTTEN,
  itemToLesson,
  lessonKeyOf,
  lessonToItem,
  sumsOf,
  versionOfEvent,
} from '../codecs/learned-items.ts';
import { transact } from '../conditional-writes.ts';
import { type Condition, isStill, putOf, updateOf } from '../expressions.ts';
import { lessonKey, memoryKey } from '../keys.ts';
import { readEach } from '../lists/pages.ts';
import { lessonIdOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import type { Clock } from './memories.ts';

/** Faded attributes that leave with one lesson: its expression stays under 3 KB, where DynamoDB takes 4. */
const FADED_MAX = 100;

/**
 * Lessons, from the stream: one item for each comment. A lesson and what it changes in the memory are written in one transaction or not at
 * all, on the condition of the lesson before, so that each decision teaches once and is taken back once, however often it is delivered.
 */
export const createLessons = (table: Table, clock: Clock): FetchLesson & SaveLesson & ListLessons => ({
  fetchLesson: async (ref) => {
    const item = await table.get(lessonKeyOf(ref), { ConsistentRead: true });
    return item ? table.readable([item], itemToLesson)[0] : { version: 0 };
  },
  saveLesson: saveIn(table, clock),
  listLessons: (site, article) => listLessons(table, site, article),
});

const saveIn =
  (table: Table, { now }: Clock): SaveLesson['saveLesson'] =>
  async (ref, { was, next }, memory) => {
    const exchange = exchangeOf(memory, { was, next }, now());
    const update = exchange && changeOf(table, ref.site, memory, exchange);
    const unmet = await transact(table, [
      { Put: putOf(table, lessonToItem(ref, next, now()), [isLast(was)]) },
      ...(update ? [{ Update: update }] : []),
    ]);
    if (unmet?.parts.has(0)) return undefined;
    if (unmet) throw new Error('The site forgot all that it had learned meanwhile.', { cause: unmet.cause });
    return exchange ? { ...memory, periods: periodsAfter(memory, exchange) } : memory;
  };

type Exchange = { readonly taken: ModelUpdate | undefined; readonly added: ModelUpdate | undefined };
type Step = { readonly was: Lesson; readonly next: Lesson };

/** What leaves a memory and what comes into it; undefined when neither does. */
const exchangeOf = (
  memory: Memory,
  { was: { stands: stood }, next: { stands } }: Step,
  now: number,
): Exchange | undefined => {
  if (stood?.change.event === stands?.change.event) return undefined;
  const taken = stood && stillIn(memory, stood, now) ? stood.change : undefined;
  const added = stands && isOf(memory, stands, now) ? stands.change : undefined;
  return taken || added ? { taken, added } : undefined;
};

const isLast = ({ version }: Lesson): Condition =>
  version === 0 ? ['pk', 'absent'] : ['version', '=', version];

/** What was taught before the site forgot all is neither taken back nor taught again. */
const isOf = ({ generation }: Memory, taught: Taught, now: number): boolean =>
  taught.generation === generation && shareOf(taught.change.period, now) > 0;

/** A memory that was emptied by hand has nothing to subtract from. */
const stillIn = (memory: Memory, taught: Taught, now: number): boolean => {
  const { isSpam, period } = taught.change;
  const known = memory.periods.find((one) => one.period === period);
  return isOf(memory, taught, now) && (known?.[isSpam ? 'spam' : 'ham'] ?? 0) > 0;
};

/** Undefined when both are the same, as where a moderator approves once more what readers reported. */
const changeOf = (table: Table, site: string, memory: Memory, { taken, added }: Exchange) => {
  const add = difference(added ? sumsOf(added) : {}, taken ? sumsOf(taken) : {});
  if (Object.keys(add).length === 0) return undefined;
  return updateOf(table, memoryKey(site), {
    add,
    // What takes something back names many attributes as it is.
    remove: taken ? [] : memory.faded.slice(0, FADED_MAX),
    only: [
      isStill('generation', memory.generation === 0 ? undefined : memory.generation),
      ...(taken ? [[countNameOf(taken), '>=', 1] as const] : []),
    ],
  });
};

type Sums = Readonly<Record<string, number>>;

const difference = (added: Sums, taken: Sums): Sums => {
  const names = [...new Set([...Object.keys(added), ...Object.keys(taken)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const sum = (added[name] ?? 0) - (taken[name] ?? 0);
      return sum === 0 ? [] : [[name, sum]];
    }),
  );
};

const periodsAfter = ({ periods }: Memory, { taken, added }: Exchange) => {
  const without = taken ? unlearned(periods, taken) : periods;
  return added ? learned(without, added) : without;
};

const listLessons = async (table: Table, site: string, article: string): Promise<KnownLessons> => {
  const { pk, sk: prefix } = lessonKey(site, `${article}#`);
  const memory = await table.get(memoryKey(site), { ConsistentRead: true });
  const generation = countOf(memory, 'generation');
  // Another article's name may begin like this one's.
  const isOfArticle = (sk = '') => sk === lessonKeyOf({ site, article, id: lessonIdOf(sk) }).sk;
  const query = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :lessons)',
    ExpressionAttributeValues: toItem({ ':pk': pk, ':lessons': prefix }),
    ConsistentRead: true,
  };
  const lessons = await readEach(table, query, (items) =>
    table.readable(
      items.filter(({ sk }) => isOfArticle(sk?.S)),
      (item) => markedIn(item, generation),
    ),
  );
  return { lessons: new Map(lessons), forgottenAt: countOf(memory, FORGOTTEN) };
};

const markedIn = (item: Item, generation: number): readonly [CommentId, Standing<number>] => {
  const { version, stands, before } = itemToLesson(item);
  const [stood, earlier] = [stands, before].map((taught) =>
    taught?.generation === generation ? versionOfEvent(taught.change) : undefined,
  );
  return [
    lessonIdOf(textOf(item, 'sk')),
    {
      version,
      ...(stood === undefined ? {} : { stands: stood }),
      ...(earlier === undefined ? {} : { before: earlier }),
    },
  ];
};
