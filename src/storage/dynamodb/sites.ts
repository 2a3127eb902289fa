import { type AttributeValue, type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Policy } from '../../comment/policy.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Language, Site } from '../../comment/site.ts';
import type { SiteEvent } from '../../moderation/site-event.ts';
import type {
  ListSites,
  ReadArticle,
  ReadArticles,
  ReadSite,
  SaveArticle,
  SaveSite,
  SiteRecord,
} from '../comment-store.ts';
import { type Item, jsonOf, numberOf, optional, type PlainMap, textOf, toItem } from './attributes.ts';
import { itemToArticle } from './codecs/article-item.ts';
import { policyVersionToItem } from './codecs/policy-version-item.ts';
import { putSiteEvent } from './codecs/site-event-item.ts';
import { transact, writeIf } from './conditional-writes.ts';
import { isStill, putOf, updateOf } from './expressions.ts';
import { articleKey, type Key, siteKey } from './keys.ts';
import { readAll } from './lists/pages.ts';
import { siteOf } from './read-keys.ts';
import type { Table } from './table.ts';
import { type CacheOptions, ttlCache } from './ttl-cache.ts';

export type SiteCache = CacheOptions & {
  /** Converts a stored policy to the current shape. */
  readonly parsePolicy: (stored: unknown) => Policy;
};

export const createSites = (table: Table, { parsePolicy, ...cache }: SiteCache): ReadSite & ListSites => {
  const sites = ttlCache<Site>(cache);
  const decode = (item: Item): Site => ({
    id: siteOf(textOf(item, 'sk')),
    name: textOf(item, 'name'),
    language: textOf(item, 'language') as Language,
    ...optional('timeZone', item),
    origins: jsonOf(item, 'origins') as string[],
    policy: parsePolicy(jsonOf(item, 'policy')),
    version: numberOf(item, 'version'),
  });
  return {
    readSite: async (id) => {
      const { known, keep } = sites.read(id);
      if (known) return known;
      const item = await table.get(siteKey(id));
      return item && keep(decode(item));
    },
    listSites: async () => {
      const items = await readAll(table, {
        KeyConditionExpression: 'pk = :sites',
        ExpressionAttributeValues: toItem({ ':sites': siteKey('').pk }),
      });
      return table.readable(items, decode);
    },
  };
};

/** For functions that cache no site: another would not see what was saved until its entry has ended. */
export const createSaveSite = (table: Table): SaveSite => ({
  saveSite: async (site, version, record) => {
    const values = siteValues(site);
    if (record) await writeRecorded(table, siteKey(site.id), version, recorded(table, values, record));
    else await write(table, siteKey(site.id), version, values);
  },
});

const siteValues = (site: Site): PlainMap => ({
  name: site.name,
  language: site.language,
  timeZone: site.timeZone,
  origins: JSON.stringify(site.origins),
  policy: JSON.stringify(site.policy),
});

export const createArticles = (table: Table): ReadArticle & ReadArticles => ({
  readArticles: async (site, articles) =>
    (await table.getAll(articles.map((article) => articleKey(site, article)))).map(itemToArticle),
  readArticle: async (site, article) => {
    const item = await table.get(articleKey(site, article));
    return item && itemToArticle(item);
  },
});

export const createSaveArticle = (table: Table): SaveArticle => ({
  saveArticle: ({ site, id, title, link, mode }, version, event) => {
    const key = articleKey(site, id);
    const values = { mode, title, link };
    return event
      ? writeRecorded(table, key, version, { values, event, beside: [] })
      : write(table, key, version, values);
  },
});

type Recorded = {
  readonly values: PlainMap;
  readonly event: SiteEvent;
  readonly beside: readonly TransactWriteItem[];
};

const recorded = (table: Table, values: PlainMap, { saved, event }: SiteRecord): Recorded => ({
  ...{ values, event },
  beside: [{ Put: putOf(table, policyVersionToItem(saved), [['pk', 'absent']]) }],
});

/** Does what `write` does with an event, and what else is written beside it. The event's id makes a transaction that is sent twice one. */
const writeRecorded = async (
  table: Table,
  key: Key,
  version: number,
  { values, event, beside }: Recorded,
) => {
  const set = { ...values, version: version + 1 };
  const only = [isStill('version', version === 0 ? undefined : version)];
  const parts = [{ Update: updateOf(table, key, { set, only }) }, ...beside, putSiteEvent(table, event)];
  const unmet = await transact(table, parts, event.id);
  if (unmet) throw changedMeanwhile(unmet.cause);
};

const changedMeanwhile = (cause: Error) =>
  new Refusal('changed-meanwhile', 'Somebody else changed it first: read it again.', { cause });

/** Sets attributes of an item if its version is unchanged; version 0 means that nobody saved it yet. */
const write = async (table: Table, key: Key, version: number, values: PlainMap) => {
  const set = { ...values, version: version + 1 };
  const update = updateOf(table, key, {
    set,
    only: [isStill('version', version === 0 ? undefined : version)],
  });
  const unmet = await writeIf(() => table.send(new UpdateItemCommand(update)));
  // The first attempt succeeded but its answer was lost, so the retry met its own result.
  if (unmet && !holds(unmet.parts.get(0), toItem(set))) throw changedMeanwhile(unmet.cause);
};

const holds = (item: Item | undefined, values: Item): boolean =>
  Object.entries(values).every(([name, value]) => isEqual(item?.[name], value));

const isEqual = (one: AttributeValue | undefined, other: AttributeValue | undefined): boolean =>
  one?.S === other?.S && one?.N === other?.N;
