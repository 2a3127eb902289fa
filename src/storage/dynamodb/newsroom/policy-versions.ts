import type { ListPolicyVersions, ReadPolicyVersion } from '../../policy-store.ts';
import { toItem } from '../attributes.ts';
import { itemToPolicyVersion, itemToSavedPolicy } from '../codecs/policy-version-item.ts';
import { policyVersionKey } from '../keys.ts';
import { readPage } from '../lists/pages.ts';
import type { SiteCache } from '../sites.ts';
import type { Table } from '../table.ts';

/** The history of sites' policies. Its items are written with the site (`saveSite`), and never again. */
export const createPolicyVersions = (
  table: Table,
  { parsePolicy }: Pick<SiteCache, 'parsePolicy'>,
): ReadPolicyVersion & ListPolicyVersions => ({
  // An administrator who reads what was just saved must not miss its fixtures, or would save it without them.
  readPolicyVersion: async (site, version) => {
    const item = await table.get(policyVersionKey(site, version), { ConsistentRead: true });
    return item && itemToSavedPolicy(item, parsePolicy);
  },
  listPolicyVersions: async ({ site, limit, from }) => {
    const query = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': policyVersionKey(site, 0).pk }),
      ScanIndexForward: false,
    };
    const { items, next } = await readPage(table, query, { limit, from });
    return { items: table.readable(items, itemToPolicyVersion), ...(next ? { next } : {}) };
  },
});
