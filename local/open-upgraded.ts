import { EXPIRES_AT, toSeconds } from '../src/storage/dynamodb/codecs/expiry.ts';
import { QUEUED, SCREENED } from '../src/storage/dynamodb/codecs/screening-map.ts';
import { SHOWN } from '../src/storage/dynamodb/codecs/shown-map.ts';
import { COMMENT_PREFIX } from '../src/storage/dynamodb/keys.ts';
import { type EngineSetup, openEngine } from './engine/engine.ts';
import type { Item, Value } from './engine/values/values.ts';

/** Opens the embedded database. A file of an older version is brought to today's form, and the terminal told. */
export const openUpgraded = (setup: EngineSetup) =>
  openEngine({
    ...setup,
    upgrade: {
      upgradeItem,
      onUpgraded: (file, items) =>
        console.error(
          `${file} was made by an older version of Palabre: its ${items} items have been brought to this one's form.`,
        ),
    },
  });

const upgradeItem = (item: Item, format: number): Item =>
  format === 1 && item.sk?.S?.startsWith(COMMENT_PREFIX) ? withMaps(item) : item;

/** What readers see goes into one map, what screening said into another. */
const withMaps = (item: Item): Item => {
  const { author, url, text, parent, version, record, verdict, queueVerdict, since, ...rest } = item;
  const isListed = queueVerdict !== undefined;
  const screening = { verdict: queueVerdict ?? verdict, record: record?.S === '0/0' ? undefined : record };
  return {
    ...rest,
    [SHOWN]: mapOf({ author, url, text, parent, version }),
    ...(isListed
      ? { [QUEUED]: mapOf({ ...screening, ttl: ttlOf(since, item[EXPIRES_AT]) }) }
      : { [SCREENED]: mapOf(screening), ...(since ? { since } : {}) }),
  };
};

const ttlOf = (since: Value | undefined, expiresAt: Value | undefined): Value | undefined =>
  since && expiresAt && { N: String(Number(expiresAt.N) - toSeconds(Number(since.N))) };

const mapOf = (values: Readonly<Record<string, Value | undefined>>): Value => ({
  M: Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});
