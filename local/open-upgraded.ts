import { EXPIRES_AT, toSeconds } from '../src/storage/dynamodb/codecs/expiry.ts';
import { QUEUED, SCREENED } from '../src/storage/dynamodb/codecs/screening-map.ts';
import { SHOWN } from '../src/storage/dynamodb/codecs/shown-map.ts';
import { splitVerdict } from '../src/storage/dynamodb/codecs/verdict-text.ts';
import { COMMENT_PREFIX } from '../src/storage/dynamodb/keys.ts';
import { type EngineSetup, openEngine } from './engine/engine.ts';
import type { Item, Value } from './engine/values/values.ts';

/** Opens the embedded database. Migrates a file of an older version, and prints that it did. */
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

/** Moves what readers see into one map, and screening's findings into others. */
const withMaps = (item: Item): Item => {
  const { author, url, text, parent, version, record, verdict, queueVerdict, since, ...rest } = item;
  const said = record?.S === '0/0' ? undefined : record;
  const ttl = ttlOf(since, item[EXPIRES_AT]);
  return {
    ...rest,
    [SHOWN]: mapOf({ author, url, text, parent, version }),
    ...(queueVerdict === undefined
      ? { [SCREENED]: mapOf({ verdict, record: said }), ...(since ? { since } : {}) }
      : listed(queueVerdict, { record: said, ttl, a: item.a, lang: item.language })),
  };
};

const listed = (verdict: Value, row: Readonly<Record<string, Value | undefined>>) => {
  const { remarks, others } = splitVerdict(verdict.S ?? '');
  return {
    [QUEUED]: mapOf({ verdict: { S: remarks }, ...row }),
    [SCREENED]: mapOf({ others: { S: others } }),
  };
};

const ttlOf = (since: Value | undefined, expiresAt: Value | undefined): Value | undefined =>
  since && expiresAt && { N: String(Number(expiresAt.N) - toSeconds(Number(since.N))) };

const mapOf = (values: Readonly<Record<string, Value | undefined>>): Value => ({
  M: Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});
