import type { CommentId } from '../../comment/comment.ts';
import { bytesOf, commentIdOf, timeOf } from '../../comment/comment-id.ts';
import { FLOOD_MEMORY, type Policy } from '../../comment/policy.ts';
import type { SiteMemory } from '../../screening/filter/site/site-memory.ts';
import type { HistoryQuestion, SubmissionHistory } from '../../submission/history.ts';
import type { LookUpHistory } from '../comment-store.ts';
import { countOf, type Item } from './attributes.ts';
import { itemToArticle } from './codecs/article-item.ts';
import { articleKey, authorKey, commentKey, type Key, memoryKey, visitorKey } from './keys.ts';
import { readSeasons } from './learning/memories.ts';
import { type Remembering, remember } from './remember.ts';
import { resemblances } from './resemblances.ts';
import { pushToRing } from './rings.ts';
import type { Table } from './table.ts';

const ID_BYTES = 16;
const TIME_BYTES = 6;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const RING_KEPT_S = 25 * 3600;

/**
 * One round trip: a batch read of article, author, parent and, now and then, the site's memory beside two conditional updates,
 * one of the visitor's ring (flood, replays) and one of the site's texts (near duplicates). At most 2 write and 1.5 read units;
 * the memory is half a read unit for each 4 KB.
 */
export const createLookUp = (table: Table, cache: Remembering): LookUpHistory => {
  const memories = remember<SiteMemory>(cache);
  return {
    lookUp: async (question) => {
      const [records, visits, texts] = await Promise.all([
        readRecords(table, memories, question),
        pushVisit(table, question),
        resemblances(table, question),
      ]);
      return { ...records, ...visits, ...texts, formTokenUsed: visits.formTokenUsed || texts.formTokenUsed };
    },
  };
};

type Memories = ReturnType<typeof remember<SiteMemory>>;

const readRecords = async (
  table: Table,
  memories: Memories,
  { site, article, authorKey: author, parent, now }: HistoryQuestion,
) => {
  const { known: learned, keep } = memories.recall(site.id);
  const keys = {
    article: articleKey(site.id, article),
    author: author === undefined ? undefined : authorKey(author),
    parent: parent === undefined ? undefined : commentKey(site.id, article, parent),
    memory: learned ? undefined : memoryKey(site.id),
  };
  const items = await table.getAll(Object.values(keys).filter((key) => key !== undefined));
  const at = (key: Key | undefined): Item | undefined =>
    items.find(({ pk, sk }) => key && pk?.S === key.pk && sk?.S === key.sk);
  const [stored, known, above] = [at(keys.article), at(keys.author), at(keys.parent)];
  return {
    learned: learned ?? keep(readSeasons(table, at(keys.memory), now)),
    ...(stored ? { article: itemToArticle(stored) } : {}),
    ...(known
      ? { author: { approved: countOf(known, 'approved'), refused: countOf(known, 'refused') } }
      : {}),
    ...(above && parent ? { parent: parentOf(above, parent) } : {}),
  };
};

const parentOf = (item: Item, id: CommentId) => ({
  id,
  root: (item.root?.S ?? id) as CommentId,
  status: item.status?.S as NonNullable<SubmissionHistory['parent']>['status'],
});

/** A visit is 16 bytes of comment id and, with a form token, bytes of its digest. */
const pushVisit = async (table: Table, question: HistoryQuestion) => {
  const { site, networkKey, id, formToken = new Uint8Array(), sameWithinMs, now } = question;
  const { before } = await pushToRing(table, {
    key: visitorKey(site.id, networkKey),
    entry: Uint8Array.of(...bytesOf(id), ...formToken),
    size: FLOOD_MEMORY,
    olderThan: thresholds(site.policy.flood, now),
    expiresAt: Math.floor(now / 1000) + RING_KEPT_S,
  });
  const visits = before.map((entry) => ({
    id: commentIdOf(entry.subarray(0, ID_BYTES)),
    token: entry.subarray(ID_BYTES),
  }));
  const isSame = (visit: { id: CommentId }) =>
    tagOf(visit.id) === tagOf(id) && timeOf(visit.id) > now - sameWithinMs;
  const others = visits.filter((visit) => !isSame(visit));
  // The oldest: were it a later echo of it, two replays at once would not agree.
  const same = visits.findLast(isSame)?.id;
  return {
    ...(same ? { same } : {}),
    earlier: others.map((visit) => timeOf(visit.id)),
    formTokenUsed: formToken.length > 0 && others.some(({ token }) => Buffer.compare(token, formToken) === 0),
  };
};

const tagOf = (id: CommentId) => id.slice(-16);

/** For each window of n comments, the visitor's nth last comment must have come in before the window began. */
const thresholds = ({ pauseS, per10Min, perDay }: Policy['flood'], now: number) => {
  const windows: readonly (readonly [number | null, number])[] = [
    [pauseS === null ? null : 1, (pauseS ?? 0) * 1000],
    [per10Min, 10 * MINUTE_MS],
    [perDay, DAY_MS],
  ];
  const olderThan = new Map<number, Uint8Array>();
  for (const [count, ms] of windows) {
    if (count === null) continue;
    const stricter = olderThan.get(count - 1);
    // What came in just as the window opened is no longer in it.
    const threshold = bytesOfTime(now - ms + 1);
    if (!stricter || Buffer.compare(threshold, stricter) < 0) olderThan.set(count - 1, threshold);
  }
  return olderThan;
};

const bytesOfTime = (ms: number): Uint8Array => {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUIntBE(Math.max(0, ms), 0, TIME_BYTES);
  return bytes;
};
