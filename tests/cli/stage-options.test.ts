import { expect, test } from '@jest/globals';
import { stageOf } from '../../cli/stage/stage-options.ts';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';

const folder = withFolder();

test.each(['audit', 'redrive', 'rotate-keys'])(
  'npm run %s refuses an empty stage, which a variable that is not set gives, instead of working on the data folder',
  async (command) => {
    const { code, errors } = await run(folder, [command, '--stage', '']);
    expect([code, errors]).toEqual([2, expect.stringMatching(/^--stage and --region need a name/)]);
  },
);

test('a stage may stand alone, a region may not', () => {
  expect(stageOf({})).toBeUndefined();
  expect(stageOf({ stage: 'prod' })).toEqual({ stage: 'prod', region: undefined });
  expect(() => stageOf({ region: 'eu-west-3' })).toThrow('--region goes with a --stage');
  expect(() => stageOf({ stage: 'prod', region: '' })).toThrow('need a name');
  expect(() => stageOf({ stage: ' ' })).toThrow('need a name');
});
