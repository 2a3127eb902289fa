import { afterAll, expect, test } from '@jest/globals';
import { type Functions, runFunctions } from '../../../local/functions/run-functions.ts';
import { compileCache } from '../compile-cache.ts';
import { FUNCTIONS, fixtureStack } from '../gateway/with-gateway.ts';

const reports: string[] = [];
const functions: Functions = runFunctions({
  compileCache,
  stack: Promise.resolve(fixtureStack()),
  folder: FUNCTIONS,
  extension: '.mjs',
  preparation: Promise.resolve({ env: { SECRET: 'known', TABLE_NAME: 'palabre' } }),
  report: (name, problem) => reports.push(`${name}: ${problem}`),
});
afterAll(functions.stop);

const call = (name: string) => (how: string) => functions.invoke(name, { pathParameters: { how } });
const misbehave = call('misbehave');
/** The same with little time for a call, for what never ends. */
const impatient = async (how: 'loop' | 'hang') => {
  // Loaded first, however many calls that takes: a loop that begins after its time was up is nobody's to end.
  while ((await call('impatient')('nothing').catch(() => 'no time')) !== null);
  return call('impatient')(how);
};

test('a function gets a context like Lambda’s', async () => {
  expect(await misbehave('context')).toEqual({
    awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    functionName: 'misbehave',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:misbehave',
    logGroupName: '/aws/lambda/misbehave',
    logStreamName: 'local',
    memoryLimitInMB: '40',
    callbackWaitsForEmptyEventLoop: true,
    left: expect.any(Number),
  });
  const { left } = (await misbehave('context')) as { left: number };
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(20_000);
});

test('a function sees its own environment and nothing of ours', async () => {
  expect(await misbehave('environment')).toEqual({
    SECRET: 'known',
    TABLE_NAME: 'palabre',
  });
});

test('a function without a result answers null', async () => {
  expect(await misbehave('nothing')).toBeNull();
});

test.each([
  ['loops', () => impatient('loop'), /timed out after 0.2 seconds/],
  ['hangs', () => impatient('hang'), /timed out after 0.2 seconds/],
  ['exits', () => misbehave('exit'), /ended/],
  ['throws later', () => misbehave('throw-later'), /failed/],
  ['fills the memory', () => misbehave('fill'), /memory/],
])('a function that %s fails, and its next call finds it well', async (_, ask, problem) => {
  await expect(ask()).rejects.toThrow(problem);
  expect(await misbehave('nothing')).toBeNull();
});

test('a function that throws fails alone, and what the error says stays unsaid', async () => {
  const others = Array.from({ length: 5 }, () => misbehave('nothing'));
  await expect(misbehave('throw')).rejects.toThrow(/^Error\n {4}at /);
  expect(await Promise.all(others)).toEqual([null, null, null, null, null]);
  expect(reports.join('\n')).not.toContain('what somebody typed');
});

test('a function whose database cannot be used says so in one sentence', async () => {
  await expect(misbehave('lose-database')).rejects.toThrow(
    /^The database cannot be used: SQLITE_FULL: the disk is full[.]$/,
  );
});

test('a call that blocks the thread past its time ends it, and the calls beside it may be made again', async () => {
  await functions.invoke('echo', {});
  const beside = expect(misbehave('hang')).rejects.toMatchObject({
    name: 'Unavailable',
    mayBeAtFault: false,
  });
  await expect(impatient('loop')).rejects.toThrow('timed out');
  await beside;
  expect(await functions.invoke('echo', { a: 1 })).toMatchObject({ statusCode: 200 });
});

test('calls beside one that hangs still finish', async () => {
  const hanging = expect(misbehave('hang')).rejects.toMatchObject({
    name: 'Unavailable',
    mayBeAtFault: true,
  });
  expect(await misbehave('nothing')).toBeNull();
  await expect(misbehave('exit')).rejects.toThrow('ended');
  // Either of them may have been what the thread ended by.
  await hanging;
});

test('a function whose bundle does not load says why', async () => {
  await expect(functions.invoke('absent', {})).rejects.toThrow(/Cannot find module/);
});
