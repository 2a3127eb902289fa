import type { Table } from '../table.ts';
import { idIn, isMember, memberKey } from './member-item.ts';

/** The names of a site's members, those who were removed as well, by their ids; half a read unit each. Unknown ones are left out. */
export const memberNames = async (
  table: Table,
  site: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const items = await table.getAll([...new Set(ids)].map((id) => memberKey(site, id)));
  return new Map(items.filter(isMember).flatMap((item) => (item.name?.S ? [[idIn(item), item.name.S]] : [])));
};
