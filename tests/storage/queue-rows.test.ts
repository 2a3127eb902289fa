import { expect, test } from '@jest/globals';
import { appealToItem } from '../../src/storage/dynamodb/receipts/appeal-items.ts';
import { tallyToItem } from '../../src/storage/dynamodb/reports/report-items.ts';
import { aStored, NOW } from './with-store.ts';

const DAY_MS = 86_400_000;
const at = NOW + DAY_MS;
const { site, article, id, ...comment } = aStored({ status: 'approved' });
const place = { site, article, id };

test.each([
  [
    'appeals',
    (of: object) => appealToItem({ ...place, at, listedAs: 'rejected' }, { ...comment, ...place, ...of }),
  ],
  [
    'reports',
    (of: object) =>
      tallyToItem(
        { ...place, version: 1, weight: 3, reasons: { spam: 3 }, since: at, listedAt: at },
        { ...comment, ...place, ...of },
      ),
  ],
] as const)(
  'a row of the queue of %s begins when it was listed, whatever place its comment had among those that wait',
  (_, row) => {
    expect(row({ queuedAt: NOW - DAY_MS })).toEqual(row({}));
  },
);
