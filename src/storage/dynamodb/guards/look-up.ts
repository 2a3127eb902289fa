import type { CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import type { AuthorRecord } from '../../../comment/trust.ts';
import type { SiteMemory } from '../../../screening/filter/site/site-memory.ts';
import type { HistoryQuestion, Place, Same, SubmissionHistory } from '../../../submission/history.ts';
import type { GiveBack, LookUpHistory } from '../../comment-store.ts';
import { countOf, type Item } from '../attributes.ts';
import { itemToArticle } from '../codecs/article-item.ts';
import { articleKey, authorKey, commentKey, type Key, memoryKey } from '../keys.ts';
import { readPeriods } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { type CacheOptions, ttlCache } from '../ttl-cache.ts';
import { type Claim, claimKey, releaseKey } from './idempotency.ts';
import { readTexts, sitePush } from './resemblances.ts';
import { type Pushed, pushToRingBuffer, takeFromRingBuffer } from './ring-buffers.ts';
import { idOf, networkPush, personPush, readVisits } from './visits.ts';

/**
 * One round trip: a batch read of article, author, parent and, now and then, the site's memory beside the guards, conditional writes of one
 * unit each: the network's ring buffer (windows, replays), the site's (near duplicates, windows), a proven author's (windows) and the
 * idempotency key's record. A stranger's takes 2 write units, a proven author's with a key 4; at most 1.5 read units, the memory half a
 * unit more for each 4 KB. Giving back costs a write unit for each place.
 */
export const createLookUp = (table: Table, cache: CacheOptions): LookUpHistory & GiveBack => {
  const memories = ttlCache<SiteMemory>(cache);
  return {
    lookUp: async (question) => {
      const [records, network, site, person, claim] = await Promise.all([
        readRecords(table, memories, question),
        pushToRingBuffer(table, networkPush(question)),
        pushToRingBuffer(table, sitePush(question)),
        question.authorKey === undefined
          ? undefined
          : pushToRingBuffer(table, personPush(question, question.authorKey)),
        claimKey(table, question),
      ]);
      const claims = { person, network, site, key: { pushed: claim.isMine } };
      return { ...records, ...readGuards(question, claims, claim), places: placesOf(claims) };
    },
    giveBack: async (question, places) => {
      const giving: Readonly<Record<Place, () => Promise<void>>> = {
        person: () => takeFromRingBuffer(table, personPush(question, question.authorKey ?? '')),
        network: () => takeFromRingBuffer(table, networkPush(question)),
        site: () => takeFromRingBuffer(table, sitePush(question)),
        key: () => releaseKey(table, question),
      };
      await Promise.all(places.map((place) => giving[place]()));
    },
  };
};

type Pushes = { readonly person: Pushed | undefined; readonly network: Pushed; readonly site: Pushed };

/** The history that the guards hold, without the submission's own first attempt. */
const readGuards = (
  question: HistoryQuestion,
  { person, network, site }: Pushes,
  claim: Claim,
): Omit<SubmissionHistory, 'learned' | 'places'> => {
  const visits = readVisits(network.before, question);
  const same: Same | undefined = claim.first ? { ...claim.first, by: 'key' } : visits.same;
  const own = [question.id, ...(same ? [same.id] : [])];
  const { isUsed, isUsedHere, ...texts } = readTexts(site, question);
  return {
    ...texts,
    ...(same ? { same } : {}),
    keyReused: claim.isReused,
    earlier: timesOf(person?.before.map(idOf), own),
    neighbours: timesOf(visits.others, own),
    formTokenUsed: useOf(visits.isUsed || isUsedHere, isUsed),
  };
};

const useOf = (isHere: boolean, isAnywhere: boolean) => {
  if (isHere) return 'here';
  return isAnywhere ? 'elsewhere' : 'no';
};

const timesOf = (ids: readonly CommentId[] = [], own: readonly CommentId[]): readonly number[] =>
  ids.filter((id) => !own.includes(id)).map(timeOf);

const placesOf = (taken: Readonly<Record<Place, Pick<Pushed, 'pushed'> | undefined>>): readonly Place[] =>
  (Object.keys(taken) as Place[]).filter((place) => taken[place]?.pushed);

type Memories = ReturnType<typeof ttlCache<SiteMemory>>;

const readRecords = async (
  table: Table,
  memories: Memories,
  { site, article, authorKey: author, parent, now }: HistoryQuestion,
) => {
  const { known: learned, keep } = memories.read(site.id);
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
    learned: learned ?? keep(readPeriods(table, at(keys.memory), now)),
    ...(stored ? { article: itemToArticle(stored) } : {}),
    ...(known ? { author: recordOf(known) } : {}),
    ...(above && parent ? { parent: parentOf(above, parent) } : {}),
  };
};

const recordOf = (item: Item): AuthorRecord => ({
  approved: countOf(item, 'approved'),
  refused: countOf(item, 'refused'),
  spam: countOf(item, 'spam'),
  lookedAt: countOf(item, 'lookedAt'),
  distrustedAt: countOf(item, 'distrustedAt'),
});

const parentOf = (item: Item, id: CommentId) => ({
  id,
  root: (item.root?.S ?? id) as CommentId,
  status: item.status?.S as NonNullable<SubmissionHistory['parent']>['status'],
});
