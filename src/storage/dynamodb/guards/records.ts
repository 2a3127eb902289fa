import type { BanList } from '../../../comment/abuse/ban.ts';
import type { Surge } from '../../../comment/abuse/surge.ts';
import type { CommentId } from '../../../comment/comment.ts';
import type { SiteMemory } from '../../../screening/filter/site/site-memory.ts';
import type { HistoryQuestion, SubmissionHistory } from '../../../submission/history.ts';
import type { SpamPages } from '../../learning-store.ts';
import type { Item } from '../attributes.ts';
import { itemToBanList } from '../bans/ban-items.ts';
import { itemToArticle } from '../codecs/article-item.ts';
import { itemToRecord } from '../codecs/author-item.ts';
import {
  articleKey,
  authorKey,
  banListKey,
  commentKey,
  type Key,
  memoryKey,
  pagesKey,
  queueCountsKey,
  spamPagesKey,
} from '../keys.ts';
import { readPeriods } from '../learning/memories.ts';
import { itemToSpamPages } from '../learning/spam-pages.ts';
import { itemToSurges } from '../surges/surge-items.ts';
import type { Table } from '../table.ts';
import { type CacheOptions, ttlCache } from '../ttl-cache.ts';
import { entriesOf } from './ring-buffers.ts';
import { PAGES_SIZE } from './stated-pages.ts';

/** What functions cache of sites: what moderators taught the filter, the pages of spam, bans, and surges. */
export const openCaches = (options: CacheOptions) => ({
  memories: ttlCache<SiteMemory>(options),
  spamPages: ttlCache<SpamPages>(options),
  bans: ttlCache<BanList>(options),
  surges: ttlCache<readonly Surge[]>(options),
});
type Caches = ReturnType<typeof openCaches>;
type Question = Pick<HistoryQuestion, 'site' | 'article' | 'authorKey' | 'parent' | 'page' | 'now'>;

/**
 * Reads all records that bear on a submission in one batch.
 * @param isOnlyRead whether the ring buffer of pages is read here, since nothing is pushed to it
 */
export const readRecords = async (
  table: Table,
  { memories, spamPages, bans: lists, surges: waves }: Caches,
  question: Question,
  isOnlyRead: boolean,
) => {
  const { site, now } = question;
  const memory = memories.read(site.id);
  const spam = spamPages.read(site.id);
  const bans = lists.read(site.id);
  const surges = waves.read(site.id);
  const keys = {
    ...keysOf(question),
    memory: unless(memory.known, memoryKey(site.id)),
    spam: question.page && !spam.known ? spamPagesKey(site.id) : undefined,
    bans: unless(bans.known, banListKey(site.id)),
    surges: unless(surges.known, queueCountsKey(site.id)),
    pages: isOnlyRead ? pagesKey(site.id) : undefined,
  };
  const items = await table.getAll(Object.values(keys).filter((key) => key !== undefined));
  const at = (key: Key | undefined): Item | undefined =>
    items.find(({ pk, sk }) => key && pk?.S === key.pk && sk?.S === key.sk);
  return {
    records: {
      learned: memory.known ?? memory.keep(readPeriods(table, at(keys.memory), now)),
      bans: bans.known ?? bans.keep(itemToBanList(at(keys.bans))),
      surges: surges.known ?? surges.keep(itemToSurges(at(keys.surges)).surges),
      ...recordsOf(question, { article: at(keys.article), author: at(keys.author), parent: at(keys.parent) }),
    },
    stated: entriesOf(at(keys.pages), PAGES_SIZE),
    spam: spam.known ?? (keys.spam ? spam.keep(itemToSpamPages(at(keys.spam), now)) : new Map()),
  };
};

const unless = (known: unknown, key: Key): Key | undefined => (known === undefined ? key : undefined);

const keysOf = ({ site, article, authorKey: author, parent }: Question) => ({
  article: articleKey(site.id, article),
  author: author === undefined ? undefined : authorKey(author),
  parent: parent === undefined ? undefined : commentKey(site.id, article, parent),
});

type Found = Readonly<Record<'article' | 'author' | 'parent', Item | undefined>>;

const recordsOf = (question: Question, { article, author, parent }: Found) => ({
  ...(article ? { article: itemToArticle(article) } : {}),
  ...(author ? { author: itemToRecord(author, question.now) } : {}),
  ...(parent && question.parent ? { parent: parentOf(parent, question.parent) } : {}),
});

const parentOf = (item: Item, id: CommentId) => ({
  id,
  root: (item.root?.S ?? id) as CommentId,
  status: item.status?.S as NonNullable<SubmissionHistory['parent']>['status'],
});
