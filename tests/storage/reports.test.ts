import { GetItemCommand, type GetItemCommandOutput, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/comment/time.ts';
import { type ReportTally, withReport } from '../../src/moderation/report.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { reporterKey, reportsKey } from '../../src/storage/dynamodb/keys.ts';
import { anId, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();

test.each([
  ['a report takes', ['2603:n'], 3.5, 12],
  ['a report with an author’s proof, by whom it is found, takes', ['1:a', '2603:n'], 4, 15],
] as const)(
  '%s a write unit for its window, half a read unit for each name beside 3, and one transaction',
  async (_, names, reads, most) => {
    const [reporter] = names;
    const comment = aStored({ id: anId(names.length), status: 'approved' });
    await fixture.store.add(comment);
    fixture.consumed();
    await fixture.store.takeReportPlace('demo', '2603:n', NOW);
    expect(fixture.consumed()).toMatchObject({ writes: 1, reads: 0 });
    const { tally } = await fixture.store.readForReport(comment, names);
    expect(fixture.consumed().reads).toBeLessThanOrEqual(reads);

    const report = { ...comment, reporter, reason: 'spam', weight: 3, at: NOW } as const;
    const after = withReport(tally, report, 3);
    const isProven = names.length > 1;
    await fixture.store.saveReport({
      report,
      names,
      isProven,
      before: tally,
      after,
      comment,
      expiresAt: NOW,
    });
    const { writes, commands } = fixture.consumed();
    expect(commands).toEqual(['TransactWriteItemsCommand']);
    // DynamoDB Local reports the capacity of transactions wrongly.
    if (!process.env.DYNAMODB_ENDPOINT) expect(writes).toBeLessThanOrEqual(most);
  },
);

test('a report of a comment whose sum of reports is damaged is taken, and a decision settles it', async () => {
  const { store } = fixture;
  const comment = aStored({ id: anId(4), status: 'approved', article: 'abimé' });
  await store.add(comment);
  const report = (reporter: string) =>
    ({ ...comment, reporter, reason: 'spam', weight: 1, at: NOW }) as const;
  const save = async (name: string) => {
    const { tally: before } = await store.readForReport(comment, [name]);
    const after = withReport(before, report(name), null);
    const change = { report: report(name), names: [name], isProven: false, before, after, comment };
    return store.saveReport({ ...change, expiresAt: NOW });
  };
  const damage = (name: string) =>
    fixture.client.send(
      new UpdateItemCommand({
        TableName: fixture.tableName,
        Key: toItem(reportsKey(comment)),
        UpdateExpression: 'REMOVE #name',
        ExpressionAttributeNames: { '#name': name },
      }),
    );
  expect(await save('2603:a')).toBe('saved');
  for (const [n, name] of ['reasons', 'weight', 'since', 'version'].entries()) {
    await damage(name);
    expect(await save(`2603:b${n}`)).toBe('saved');
  }
  expect(fixture.reports).toContain('damaged-item');
  await damage('reasons');
  await store.settleReports(comment, { outcome: 'agreed', at: NOW + 1, comment });
  expect((await store.readForReport(comment, ['2603:a'])).tally).toBeUndefined();
});

test('a decision that is taken back lists the reports again where their sum lost its version', async () => {
  const { store } = fixture;
  const comment = aStored({ id: anId(6), status: 'approved', article: 'rouvert' });
  await store.add(comment);
  const save = async (name: string, at: number) => {
    const { tally: before } = await store.readForReport(comment, [name]);
    const report = { ...comment, reporter: name, reason: 'spam', weight: 1, at } as const;
    const after = withReport(before, report, null);
    const change = { report, names: [name], isProven: false, before, after, comment };
    await store.saveReport({ ...change, expiresAt: NOW });
  };
  await save('2603:a', NOW);
  await store.settleReports(comment, { outcome: 'agreed', at: NOW + 1, comment });
  await save('2603:b', NOW + 2);
  await fixture.client.send(
    new UpdateItemCommand({
      TableName: fixture.tableName,
      Key: toItem(reportsKey(comment)),
      UpdateExpression: 'REMOVE version',
    }),
  );
  await store.settleReports(comment, { outcome: 'undone', at: NOW + 3, undoneAt: NOW + 1, comment });
  expect((await store.readForReport(comment, ['2603:a'])).tally).toMatchObject({ weight: 2, version: 1 });
});

test('a decision answers all reports of a comment, however many there are', async () => {
  const { store } = fixture;
  const comment = aStored({ id: anId(5), status: 'approved', article: 'foule' });
  await store.add(comment);
  const names = Array.from({ length: 130 }, (_, n) => [`1:a${n}`, `2603:${n}`]);
  let before: ReportTally | undefined;
  for (const [reporter = '', network = ''] of names) {
    const report = { ...comment, reporter, reason: 'spam', weight: 1, at: NOW } as const;
    const after = withReport(before, report, null);
    const change = { report, names: [reporter, network], isProven: true, before, after, comment };
    expect(await store.saveReport({ ...change, expiresAt: NOW })).toBe('saved');
    before = after;
  }
  expect(await store.listReports(comment)).toHaveLength(100);
  await store.settleReports(comment, { outcome: 'agreed', at: NOW + 1, comment });
  const agreed = await Promise.all(
    names.map(async ([name = '']) => (await store.readForReport(comment, [name])).accuracy.agreed),
  );
  expect(agreed).toEqual(names.map(() => 1));
});

test('settling costs a read unit where nobody reported the comment', async () => {
  fixture.consumed();
  await fixture.store.settleReports(aStored({ id: anId(3) }), {
    outcome: 'agreed',
    at: NOW,
    comment: undefined,
  });
  expect(fixture.consumed()).toMatchObject({ writes: 0, reads: 1 });
});

test('who is muted again is muted for a year from then on, without another event', async () => {
  const at = NOW + 300 * DAY_MS;
  const event = (id: number, time: number) =>
    ({ site: 'demo', action: 'mute-reporter', by: 'claire', at: time, id: anId(id), subject: 'x' }) as never;
  await fixture.store.muteReporter('2603:m', true, event(1, NOW));
  await fixture.store.muteReporter('2603:m', true, event(2, at));
  const { Item } = (await fixture.client.send(
    new GetItemCommand({ TableName: fixture.tableName, Key: toItem(reporterKey('demo', '2603:m')) }),
  )) as GetItemCommandOutput;
  expect(Number(Item?.expiresAt?.N)).toBe((at + 365 * DAY_MS) / 1_000);
});
