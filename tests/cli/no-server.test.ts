import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';

const folder = withFolder();

test.each([
  ['token', '--site', 'demo', '--role', 'moderator'],
  ['job', 'purge-expired'],
  ['redrive'],
  ['rotate-keys', '--overlap-days', '0'],
  ['restore', '--from', join(folder, 'nowhere')],
])('%s, where no server ever ran, says so in one sentence and makes no folder', async (...command) => {
  const dataDir = join(folder, 'never');
  const { code, output, errors } = await run(dataDir, command);
  expect([code, output, errors.split('\n').length]).toEqual([1, '', 2]);
  expect(errors).toMatch(/No server is ready on|holds no database|holds no secret|is not there/);
  expect(existsSync(dataDir)).toBe(false);
});

test('a token is asked of the folder that an option names before the one of the environment', async () => {
  const { errors } = await run('/nowhere', [
    ...['token', '--site', 'demo', '--role', 'admin', '--data-dir', join(folder, 'this-one')],
  ]);
  expect(errors).toMatch(/this-one: run npm start, or name the data folder/);
});
