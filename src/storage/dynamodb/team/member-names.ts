import type { ReadMemberNames } from '../../team-store.ts';
import type { Table } from '../table.ts';
import { idIn, isMember, memberKey } from './member-item.ts';

/** In one batch, half a read unit for each. */
export const createMemberNames = (table: Table): ReadMemberNames => ({
  readMemberNames: async (site, ids) => {
    const items = await table.getAll([...new Set(ids)].map((id) => memberKey(site, id)));
    return new Map(
      items.filter(isMember).flatMap((item) => (item.name?.S ? [[idIn(item), item.name.S]] : [])),
    );
  },
});
