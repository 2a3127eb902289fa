import { expect, test } from '@jest/globals';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';

const folder = withFolder();

test.each([
  ['reconcile-counts', 'yesterday'],
  ['reconcile-counts', ''],
  ['reconcile-counts', '20261101'],
  ['reconcile-counts', '2026-13-01'],
  ['reconcile-counts', '2026-02-30'],
  ['reconcile-counts', '2026-11-31'],
  ['reconcile-counts', '9998-01-01'],
  ['purge-expired', '2026-01-31'],
])('job %s --since %j is refused in one line, before anything runs', async (...[job, since]) => {
  const { code, output, errors } = await run(folder, ['job', job, '--since', since]);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(/^--since (?:is a day that has begun|goes with reconcile-counts)[^\n]*\n$/);
});

test('a region without a stage is refused, since only a stage is somewhere', async () => {
  expect(await run(folder, ['redrive', '--region', 'eu-west-3'])).toMatchObject({
    code: 2,
    errors: expect.stringMatching(/^--region goes with a --stage/),
  });
});
