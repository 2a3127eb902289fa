import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { SiteEvent } from '../../../moderation/site-event.ts';
import { toItem } from '../attributes.ts';
import { siteEventKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** The part of a transaction that adds an event. A transaction that is sent twice adds it once. */
export const putSiteEvent = (table: Table, event: SiteEvent): TransactWriteItem => {
  const { site, id, ...said } = event;
  return { Put: { TableName: table.name, Item: toItem({ ...siteEventKey(site, id), ...said }) } };
};
