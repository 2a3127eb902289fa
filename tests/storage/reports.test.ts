import { expect, test } from '@jest/globals';
import { withReport } from '../../src/moderation/report.ts';
import { anId, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();

test('a report takes a write unit for its window, 3 read units and one transaction of at most 12', async () => {
  const comment = aStored({ id: anId(1), status: 'approved' });
  await fixture.store.add(comment);
  fixture.consumed();
  await fixture.store.takeReportPlace('demo', '2603:n', NOW);
  expect(fixture.consumed()).toMatchObject({ writes: 1, reads: 0 });
  const { tally } = await fixture.store.readForReport(comment, '2603:n');
  expect(fixture.consumed().reads).toBeLessThanOrEqual(3);

  const report = { ...comment, reporter: '2603:n', reason: 'spam', weight: 3, at: NOW } as const;
  const after = withReport(tally, report, 3);
  const names = ['2603:n'];
  await fixture.store.saveReport({ report, names, before: tally, after, comment, expiresAt: NOW });
  const { writes, commands } = fixture.consumed();
  expect(commands).toEqual(['TransactWriteItemsCommand']);
  // DynamoDB Local reports the capacity of transactions wrongly.
  if (!process.env.DYNAMODB_ENDPOINT) expect(writes).toBeLessThanOrEqual(12);
});

test('settling costs half a read unit where nobody reported the comment', async () => {
  fixture.consumed();
  await fixture.store.settleReports(aStored({ id: anId(2) }), {
    outcome: 'agreed',
    at: NOW,
    comment: undefined,
  });
  expect(fixture.consumed()).toMatchObject({ writes: 0, reads: 0.5 });
});
