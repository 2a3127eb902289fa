import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { ScannedTrail, ScanTrails } from '../../audit-store.ts';
import { type Item, textOf } from '../attributes.ts';
import { itemToPolicyTrace } from '../codecs/policy-trace.ts';
import { versionIn } from '../codecs/shown-map.ts';
import { itemToEvent, itemToLink } from '../codecs/trail-items.ts';
import { COMMENT_PREFIX, EVENT_PREFIX, LINK_PREFIX } from '../keys.ts';
import { idOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** Reads the whole table, for a command: a read unit for every 4 KB of it. */
export const createScanTrails = (table: Table): ScanTrails => ({
  scanTrails: async function* () {
    let items: Item[] = [];
    for await (const item of allItems(table)) {
      if (items.length > 0 && items[0]?.pk?.S !== item.pk?.S) {
        yield trailOf(items);
        items = [];
      }
      items.push(item);
    }
    if (items.length > 0) yield trailOf(items);
  },
});

/** The items of a partition come one after the other. */
async function* allItems(table: Table): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const scan = { TableName: table.name, ConsistentRead: true, ExclusiveStartKey: start };
    const page = await table.send(new ScanCommand(scan));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** @param items of one partition, at least one */
const trailOf = (items: readonly Item[]): ScannedTrail => {
  const of = (prefix: string) => items.filter(({ sk }) => sk?.S?.startsWith(prefix));
  return {
    trail: items[0]?.pk?.S ?? '',
    events: of(EVENT_PREFIX).map(itemToEvent),
    links: of(LINK_PREFIX).map(itemToLink),
    policies: items.flatMap(itemToPolicyTrace),
    comments: of(COMMENT_PREFIX).map((item) => ({
      comment: idOf(textOf(item, 'sk')),
      version: versionIn(item) ?? 0,
    })),
  };
};
