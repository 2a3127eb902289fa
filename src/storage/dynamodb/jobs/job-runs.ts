import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Listing } from '../../../comment/queue.ts';
import type { JobRuns } from '../../maintenance-store.ts';
import { countOf, toItem } from '../attributes.ts';
import { putOf } from '../expressions.ts';
import { queueCountsKey, RUN_PREFIX, runKey, siteKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import { inListing } from '../lists/queue-query.ts';
import { sinceOfView, siteOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

const LISTINGS: readonly Listing[] = ['pending', 'spam', 'rejected'];

/** Lets jobs check their clock against earlier runs and stored times. Costs half a read unit and one write unit a run. */
export const createJobRuns = (table: Table): JobRuns => {
  const readRuns = async () => {
    const items = await readAll(table, {
      KeyConditionExpression: 'pk = :jobs AND begins_with(sk, :ran)',
      ExpressionAttributeValues: toItem({ ':jobs': runKey('').pk, ':ran': RUN_PREFIX }),
    });
    return new Map(items.map((item) => [item.sk?.S?.slice(RUN_PREFIX.length) ?? '', countOf(item, 'at')]));
  };
  return {
    readRuns,

    saveRun: async (job, at) => {
      const later = [...(await readRuns())].flatMap(([name, ranAt]) => (ranAt > at ? [name] : []));
      const puts = [...new Set([job, ...later])].map((name) => putOf(table, toItem({ ...runKey(name), at })));
      await Promise.all(puts.map((put) => table.send(new PutItemCommand(put))));
    },

    newestStored: async () => {
      const sites = await readAll(table, {
        KeyConditionExpression: 'pk = :sites',
        ExpressionAttributeValues: toItem({ ':sites': siteKey('').pk }),
        ProjectionExpression: 'sk',
      });
      const times = await Promise.all(sites.map(({ sk }) => newestOn(table, siteOf(sk?.S ?? ''))));
      const newest = Math.max(0, ...times);
      return newest > 0 ? newest : undefined;
    },
  };
};

/** The time of the newest listed comment and of the newest count; 0 for none. */
const newestOn = async (table: Table, site: string): Promise<number> => {
  const counts = await table.get(queueCountsKey(site));
  const listed = await Promise.all(LISTINGS.map((listing) => newestIn(table, site, listing)));
  return Math.max(countOf(counts, 'countedAt'), ...listed);
};

const newestIn = async (table: Table, site: string, listing: Listing): Promise<number> => {
  const { Items } = await table.query({ ...inListing(site, listing), ScanIndexForward: false, Limit: 1 });
  const place = Items?.[0]?.vs?.S;
  return place === undefined ? 0 : sinceOfView(place);
};
