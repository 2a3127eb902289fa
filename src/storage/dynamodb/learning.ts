import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { shareOf } from '../../screening/filter/site/site-memory.ts';
import type { ListLessons, SaveLesson, UndoLesson } from '../learning-store.ts';
import { countOf, toItem } from './attributes.ts';
import { lessonKey, memoryKey } from './keys.ts';
import { FORGOTTEN, itemToLesson, lessonToItem, sumsOf } from './learned-items.ts';
import type { Clock } from './memories.ts';
import { readAll } from './pages.ts';
import { codesOf } from './send.ts';
import type { Table } from './table.ts';

/** Faded attributes that leave with one lesson: its expression stays under 3 KB, where DynamoDB takes 4. */
const FADED_MAX = 100;

/**
 * Lessons, from the stream. A lesson and what it adds to the memory are written in one transaction or not at all, so that
 * each event teaches once and is taken back once, however often it is delivered.
 */
export const createLessons = (table: Table, { now }: Clock): SaveLesson & UndoLesson & ListLessons => ({
  saveLesson: async (site, change, { generation, faded }) => {
    if (shareOf(change.season, now()) === 0) return false;
    const [isKnown, isReset] = await failures(table, [
      {
        Put: {
          TableName: table.name,
          Item: lessonToItem(site, change, generation),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      add(table, site, sumsOf(change), { ...isStill(generation), remove: faded.slice(0, FADED_MAX) }),
    ]);
    if (isReset && !isKnown) throw new Error('The site forgot all that it had learned meanwhile.');
    return !isKnown;
  },

  undoLesson: async (site, event) => {
    const item = await table.get(lessonKey(site, event), { ConsistentRead: true });
    const [lesson] = item ? table.readable([item], itemToLesson) : [];
    if (!lesson || lesson.isUndone || shareOf(lesson.change.season, now()) === 0) return undefined;

    const negative = new Map([...sumsOf(lesson.change)].map(([name, sum]) => [name, -sum]));
    const { condition, values } = isStill(lesson.generation);
    const failed = await failures(table, [
      markUndone(table, site, event),
      // The count stands first. Nothing is taken from a memory that somebody emptied by hand.
      add(table, site, negative, {
        condition: `${condition} AND #0 >= :one`,
        values: { ...values, ':one': 1 },
      }),
    ]);
    return failed.includes(true) ? undefined : lesson.change;
  },

  listLessons: async (site, article) => {
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
  },
});

/** Which parts of a transaction found their condition wrong; none when all of it was written. */
const failures = async (table: Table, parts: readonly TransactWriteItem[]): Promise<readonly boolean[]> => {
  try {
    await table.send(new TransactWriteItemsCommand({ TransactItems: [...parts] }));
    return [];
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = codesOf(error).map((code) => code === 'ConditionalCheckFailed');
    if (!failed.includes(true)) throw error;
    return failed;
  }
};

type Also = {
  readonly condition: string;
  readonly values: Readonly<Record<string, number>>;
  readonly remove?: readonly string[];
};

const add = (
  table: Table,
  site: string,
  sums: ReadonlyMap<string, number>,
  { condition, values, remove = [] }: Also,
): TransactWriteItem => {
  const names = [...sums.keys()];
  const removed = remove.length > 0 ? ` REMOVE ${remove.map((_, at) => `#f${at}`)}` : '';
  return {
    Update: {
      TableName: table.name,
      Key: table.key(memoryKey(site)),
      UpdateExpression: `ADD ${names.map((_, at) => `#${at} :${at}`)}${removed}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: {
        '#generation': 'generation',
        ...Object.fromEntries(names.map((name, at) => [`#${at}`, name])),
        ...Object.fromEntries(remove.map((name, at) => [`#f${at}`, name])),
      },
      ExpressionAttributeValues: toItem({
        ...values,
        ...Object.fromEntries([...sums.values()].map((sum, at) => [`:${at}`, sum])),
      }),
    },
  };
};

const isStill = (generation: number): Also =>
  generation === 0
    ? { condition: 'attribute_not_exists(#generation)', values: {} }
    : { condition: '#generation = :generation', values: { ':generation': generation } };

const markUndone = (table: Table, site: string, event: string): TransactWriteItem => ({
  Update: {
    TableName: table.name,
    Key: table.key(lessonKey(site, event)),
    UpdateExpression: 'SET undone = :one',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undone)',
    ExpressionAttributeValues: toItem({ ':one': 1 }),
  },
});
