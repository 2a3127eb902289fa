import { shareOf } from '../../../screening/filter/site/site-memory.ts';
import type { ListLessons, SaveLesson, UndoLesson } from '../../learning-store.ts';
import { countOf, toItem } from '../attributes.ts';
import { countNameOf, FORGOTTEN, itemToLesson, lessonToItem, sumsOf } from '../codecs/learned-items.ts';
import { transact } from '../conditional-writes.ts';
import { isStill, putOf, updateOf } from '../expressions.ts';
import { lessonKey, memoryKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import type { Clock } from './memories.ts';

/** Faded attributes that leave with one lesson: its expression stays under 3 KB, where DynamoDB takes 4. */
const FADED_MAX = 100;

/**
 * Lessons, from the stream. A lesson and what it adds to the memory are written in one transaction or not at all, so that
 * each event teaches once and is taken back once, however often it is delivered.
 */
export const createLessons = (table: Table, clock: Clock): SaveLesson & UndoLesson & ListLessons => ({
  saveLesson: saveIn(table, clock),
  undoLesson: undoIn(table, clock),
  listLessons: (site, article) => listLessons(table, site, article),
});

const saveIn =
  (table: Table, { now }: Clock): SaveLesson['saveLesson'] =>
  async (site, change, { generation, faded }) => {
    if (shareOf(change.period, now()) === 0) return false;
    const unmet = await transact(table, [
      { Put: putOf(table, lessonToItem(site, change, generation), [['pk', 'absent']]) },
      {
        Update: updateOf(table, memoryKey(site), {
          add: sumsOf(change),
          remove: faded.slice(0, FADED_MAX),
          only: [isStillOf(generation)],
        }),
      },
    ]);
    const isKnown = unmet?.parts.has(0) ?? false;
    if (unmet && !isKnown)
      throw new Error('The site forgot all that it had learned meanwhile.', { cause: unmet.cause });
    return !isKnown;
  };

const undoIn =
  (table: Table, { now }: Clock): UndoLesson['undoLesson'] =>
  async (site, event) => {
    const item = await table.get(lessonKey(site, event), { ConsistentRead: true });
    const [lesson] = item ? table.readable([item], itemToLesson) : [];
    if (!lesson || lesson.isUndone || shareOf(lesson.change.period, now()) === 0) return undefined;

    const unmet = await transact(table, [
      {
        Update: updateOf(table, lessonKey(site, event), {
          set: { undone: 1 },
          only: [
            ['pk', 'exists'],
            ['undone', 'absent'],
          ],
        }),
      },
      {
        Update: updateOf(table, memoryKey(site), {
          add: negative(sumsOf(lesson.change)),
          // A memory that was reset, or emptied by hand, has nothing to subtract from.
          only: [isStillOf(lesson.generation), [countNameOf(lesson.change), '>=', 1]],
        }),
      },
    ]);
    return unmet ? undefined : lesson.change;
  };

const listLessons = async (table: Table, site: string, article: string) => {
  const { pk, sk } = lessonKey(site, `${article}#`);
  const [memory, items] = await Promise.all([
    table.get(memoryKey(site), { ConsistentRead: true }),
    readAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :lessons)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':lessons': sk }),
      ConsistentRead: true,
    }),
  ]);
  const lessons = table.readable(items, itemToLesson);
  return {
    lessons: new Map(lessons.map(({ change, isUndone }) => [change.event, { isUndone }])),
    forgottenAt: countOf(memory, FORGOTTEN),
  };
};

const negative = (sums: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, -sum]));

/** A memory that was never reset has no generation. */
const isStillOf = (generation: number) => isStill('generation', generation === 0 ? undefined : generation);
