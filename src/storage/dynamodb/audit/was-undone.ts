import type { WasUndone } from '../../comment-store.ts';
import { eventKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** Reads the event that gave a comment its current status: one read unit. */
export const createWasUndone = (table: Table): WasUndone => ({
  wasUndone: async ({ site, article, id: comment, version, since }) => {
    const key = eventKey({ site, article, comment, at: since, version });
    return (await table.get(key, { ConsistentRead: true }))?.action?.S === 'undo';
  },
});
