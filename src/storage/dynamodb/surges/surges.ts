import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReadSurgeWatch, SaveSurgeWatch, SurgeUpdate } from '../../surge-store.ts';
import { countOf } from '../attributes.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact, writeIf } from '../conditional-writes.ts';
import { isStill, putOf, updateOf } from '../expressions.ts';
import { queueCountsKey, surgeWindowKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { itemToSurges, itemToWindow, RELAXED_AT, SURGES, surgesToText, windowToItem } from './surge-items.ts';

const VERSION = 'version';

/**
 * A site's surges stand in the item of its queue counts: submissions cache them for a minute, and moderators who ask whether the counts changed
 * learn of them by the same half a read unit. The window has an item of its own, whose version guards both: a write unit for each 1 KB, which is
 * 48 comments. Surges that begin or end are written in one transaction with the window and their events.
 */
export const createSurges = (table: Table): ReadSurgeWatch & SaveSurgeWatch => ({
  readSurgeWatch: async (site) => {
    // The window comes first: whoever changes the surges after that has changed its version too.
    const stored = await table.get(surgeWindowKey(site), { ConsistentRead: true });
    const counts = await table.get(queueCountsKey(site), { ConsistentRead: true });
    const version = countOf(stored, VERSION);
    const watch = { window: itemToWindow(stored), state: itemToSurges(counts) };
    return { ...watch, ...(version > 0 ? { version } : {}) };
  },

  saveSurgeWatch: async (site, { version }, { window, update, now }) => {
    const item = windowToItem(site, { window, now }, (version ?? 0) + 1);
    const put = putOf(table, item, [isStill(VERSION, version)]);
    const unmet = update
      ? await transact(table, [{ Put: put }, ...partsOf(table, site, update)])
      : await writeIf(() => table.send(new PutItemCommand(put)));
    return unmet === undefined;
  },
});

const partsOf = (table: Table, site: string, { state, events }: SurgeUpdate) => {
  const text = surgesToText(state);
  const change = updateOf(table, queueCountsKey(site), {
    set: { [SURGES]: text, [RELAXED_AT]: state.relaxedAt },
    remove: text === undefined ? [SURGES] : [],
    add: { changes: 1 },
  });
  return [{ Update: change }, ...events.map((event) => putSiteEvent(table, event))];
};
