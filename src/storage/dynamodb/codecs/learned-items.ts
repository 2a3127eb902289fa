import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { CommentRef } from '../../../comment/comment.ts';
import { type AuditKey, isAuditKey } from '../../../screening/filter/site/audit.ts';
import {
  endOfMemory,
  type ModelUpdate,
  type Period,
  periodOf,
  readMemory,
  shareOf,
} from '../../../screening/filter/site/site-memory.ts';
import type { Lesson, Memory, Taught } from '../../learning-store.ts';
import {
  countOf,
  DamagedItem,
  type Item,
  mapOf,
  numberOf,
  type PlainMap,
  textOf,
  toItem,
} from '../attributes.ts';
import { type Key, lessonKey } from '../keys.ts';

/**
 * A memory's numbers each have an attribute of their own, so that lessons add to them without reading: the period in two
 * digits of base 36 (enough until 2289), then `+` and `-` for its decisions of spam and of ham, a bucket in base 36, or `!` and
 * what decisions say of the filter.
 */
const NAME = /^([0-9a-z]{2})([+-]|[0-9a-z]{1,3}|![A-Za-z ]{1,40})$/;
const BASE = 36;
/** When the site forgot all, in milliseconds since 1970. */
export const FORGOTTEN = 'forgotten';
const OTHERS = new Set(['pk', 'sk', 'generation', FORGOTTEN]);

/** The attribute that counts decisions of the change's class, spam or ham. */
export const countNameOf = ({ period, isSpam }: ModelUpdate): string =>
  `${inBase(period)}${isSpam ? '+' : '-'}`;

/** What a change adds to a memory, by the attributes' names. */
export const sumsOf = (change: ModelUpdate): Readonly<Record<string, number>> => {
  const { period, steps, audit } = change;
  const inPeriod = Object.entries(steps).map(([bucket, step]) => [
    `${inBase(period)}${Number(bucket).toString(BASE)}`,
    step,
  ]);
  return {
    [countNameOf(change)]: 1,
    ...(audit ? { [`${inBase(period)}!${audit}`]: 1 } : {}),
    ...Object.fromEntries(inPeriod),
  };
};

/** The periods of a memory that still count, and the attributes of those that do not. @throws {DamagedItem} */
export const itemToMemory = (item: Item, now: number): Memory => {
  const entries = Object.entries(item).filter(([name]) => !OTHERS.has(name));
  const named = entries.map(([name, value]) => entryOf(name, value));
  const [counting, faded] = [true, false].map((wanted) =>
    named.filter(({ period }) => shareOf(period, now) > 0 === wanted),
  ) as [Entry[], Entry[]];
  const byPeriod = [...Map.groupBy(counting, ({ period }) => period)].sort(([a], [b]) => a - b);
  const periods = readMemory(byPeriod.map(([period, ofOne]) => periodIn(period, ofOne)));
  if (!periods) throw new DamagedItem('memory');
  return {
    generation: item.generation === undefined ? 0 : numberOf(item, 'generation'),
    forgottenAt: countOf(item, FORGOTTEN),
    periods: periods.filter(({ spam, ham }) => spam > 0 || ham > 0),
    faded: faded.map(({ name }) => name),
    isDamaged: false,
  };
};

/** The generation after a memory's own. After an unreadable one it is the current time, which is higher than any count. */
export const nextGeneration = (item: Item, now: number): number =>
  item.generation === undefined || item.generation.N !== undefined ? countOf(item, 'generation') + 1 : now;

/** Whether there is nothing in a memory, not even a zero. */
export const isBlank = (item: Item): boolean =>
  Object.keys(item).every((name) => OTHERS.has(name)) && item.generation?.N !== undefined;

export const lessonKeyOf = ({ site, article, id }: CommentRef): Key => lessonKey(site, `${article}#${id}`);

/** It leaves the table once nothing of it counts any more. */
export const lessonToItem = (ref: CommentRef, lesson: Lesson, now: number) => {
  const { version, stands, before } = lesson;
  const periods = [stands, before].flatMap((taught) => (taught ? [taught.change.period] : []));
  return toItem({
    ...lessonKeyOf(ref),
    version,
    stands: stands && taughtToMap(stands),
    before: before && taughtToMap(before),
    expiresAt: endOfMemory(Math.max(periodOf(now), ...periods)) / 1000,
  });
};

const taughtToMap = ({ change, generation }: Taught): PlainMap => ({
  by: versionOfEvent(change),
  season: change.period,
  isSpam: Number(change.isSpam),
  steps: writeSteps(change.steps),
  ...(change.audit ? { audit: change.audit } : {}),
  generation,
});

/** The version of the decision that taught. */
export const versionOfEvent = ({ event }: ModelUpdate): number => Number(event.split('#').at(-1));

/** @throws {DamagedItem} */
export const itemToLesson = (item: Item): Lesson => ({
  version: numberOf(item, 'version'),
  ...(item.stands ? { stands: taughtIn(item, 'stands') } : {}),
  ...(item.before ? { before: taughtIn(item, 'before') } : {}),
});

const taughtIn = (item: Item, name: 'stands' | 'before'): Taught => {
  const map = mapOf(item, name);
  return {
    generation: numberOf(map, 'generation'),
    change: {
      event: `${textOf(item, 'sk').slice(lessonKey('', '').sk.length)}#${numberOf(map, 'by')}`,
      period: numberOf(map, 'season'),
      isSpam: numberOf(map, 'isSpam') === 1,
      steps: readSteps(textOf(map, 'steps')),
      ...(map.audit === undefined ? {} : { audit: auditIn(map) }),
    },
  };
};

type Entry = {
  readonly name: string;
  readonly period: number;
  readonly of: string;
  readonly value: AttributeValue;
};

const entryOf = (name: string, value: AttributeValue): Entry => {
  const [, period = '', of = ''] = name.match(NAME) ?? [];
  if (of === '') throw new DamagedItem(name);
  return { name, period: Number.parseInt(period, BASE), of, value };
};

const periodIn = (period: number, entries: readonly Entry[]): Period => {
  const sums = new Map(entries.map(({ name, of, value }) => [of, numberOf({ [name]: value }, name)]));
  const stepped = [...sums].filter(([of, sum]) => sum !== 0 && /^\w/.test(of));
  const audited = [...sums].filter(([of, sum]) => sum !== 0 && of.startsWith('!'));
  return {
    ...{ period, spam: sums.get('+') ?? 0, ham: sums.get('-') ?? 0 },
    steps: Object.fromEntries(stepped.map(([of, sum]) => [Number.parseInt(of, BASE), sum])),
    audit: Object.fromEntries(audited.map(([of, sum]) => [of.slice(1), sum])),
  };
};

const auditIn = (item: Item): AuditKey => {
  const name = textOf(item, 'audit');
  if (!isAuditKey(name)) throw new DamagedItem('audit');
  return name;
};

const inBase = (period: number): string => period.toString(BASE).padStart(2, '0');

/** `-123 3a 1kv;45 2f`: each step and its buckets. Nearly always there is one, and the item stays under 1 KB. */
const writeSteps = (steps: ModelUpdate['steps']): string =>
  [...Map.groupBy(Object.entries(steps), ([, step]) => step)]
    .map(([step, all]) => [step, ...all.map(([bucket]) => Number(bucket).toString(BASE))].join(' '))
    .join(';');

const readSteps = (text: string): ModelUpdate['steps'] => {
  const pairs = text.split(';').flatMap((group) => {
    const [step = '', ...buckets] = group.split(' ');
    return buckets.map((bucket) => [Number.parseInt(bucket, BASE), Number(step)] as const);
  });
  if (!pairs.flat().every(Number.isSafeInteger)) throw new DamagedItem('steps');
  return Object.fromEntries(pairs);
};
