import { expect, test } from '@jest/globals';
import { withReport } from '../../src/moderation/report.ts';
import { anId, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();

test.each([
  ['a report takes', ['2603:n'], 12],
  ['a report with an author’s proof, by whom it is found, takes', ['1:a', '2603:n'], 15],
] as const)('%s a write unit for its window, 3 read units and one transaction', async (_, names, most) => {
  const [reporter] = names;
  const comment = aStored({ id: anId(names.length), status: 'approved' });
  await fixture.store.add(comment);
  fixture.consumed();
  await fixture.store.takeReportPlace('demo', '2603:n', NOW);
  expect(fixture.consumed()).toMatchObject({ writes: 1, reads: 0 });
  const { tally } = await fixture.store.readForReport(comment, reporter);
  expect(fixture.consumed().reads).toBeLessThanOrEqual(3);

  const report = { ...comment, reporter, reason: 'spam', weight: 3, at: NOW } as const;
  const after = withReport(tally, report, 3);
  const isProven = names.length > 1;
  await fixture.store.saveReport({ report, names, isProven, before: tally, after, comment, expiresAt: NOW });
  const { writes, commands } = fixture.consumed();
  expect(commands).toEqual(['TransactWriteItemsCommand']);
  // DynamoDB Local reports the capacity of transactions wrongly.
  if (!process.env.DYNAMODB_ENDPOINT) expect(writes).toBeLessThanOrEqual(most);
});

test('settling costs half a read unit where nobody reported the comment', async () => {
  fixture.consumed();
  await fixture.store.settleReports(aStored({ id: anId(3) }), {
    outcome: 'agreed',
    at: NOW,
    comment: undefined,
  });
  expect(fixture.consumed()).toMatchObject({ writes: 0, reads: 0.5 });
});
