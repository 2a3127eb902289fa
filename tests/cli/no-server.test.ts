import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readProgress } from '../../local/demo/seed/progress.ts';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';

const folder = withFolder();

test.each([
  ['token', '--site', 'demo', '--role', 'moderator'],
  ['job', 'purge-expired'],
  ['redrive'],
  ['audit'],
  ['member', '--site', 'demo', '--list'],
  ['member', '--site', 'demo', '--remove', 'A'.repeat(22)],
  ['member', '--site', 'demo', '--email', 'claire@example.fr', '--name', 'Claire'],
  ['rotate-keys', '--overlap-days', '0'],
  ['restore', '--from', join(folder, 'nowhere')],
])('%s, where no server ever ran, says so in one sentence and makes no folder', async (...command) => {
  const dataDir = join(folder, 'never');
  const { code, output, errors } = await run(dataDir, command);
  expect([code, output, errors.split('\n').length]).toEqual([1, '', 2]);
  expect(errors).toMatch(/No server is ready on|holds no database|holds no secret|is not there/);
  expect(existsSync(dataDir)).toBe(false);
});

const DEMO = ['--site', 'demo'];
/** The commands that look at a table, or need what is in it. */
const looking = [['job', 'purge-expired'], ['redrive'], ['audit'], ['member', ...DEMO, '--list']];

test.each(looking)(
  '%s makes no table in a database that has none, and says so in one sentence',
  async (...command) => {
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers['x-amz-target']);
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, output, errors } = await run(join(folder, 'beside'), command, {
      DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}`,
    });
    server.close();
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^http:\S+ holds no table palabre: [^\n]+\n$/);
    expect(asked).toEqual(['DynamoDB_20120810.DescribeTable']);
  },
);

test.each(looking)('%s says in one sentence that no database answers', async (...command) => {
  const { code, output, errors } = await run(join(folder, 'beside'), command, {
    DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
  });
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(/^The table cannot be read at http:[^\n]+ Does a database answer there[?]\n$/);
});

test.each(['on', 'off'])(
  'a site makes a new data folder, says so, and its first start fills in the demo, if that is %s',
  async (demo) => {
    const dataDir = join(folder, `new ${demo}`);
    const site = ['site', '--site', 'journal', '--name', 'Journal', '--language', 'fr'];
    const make = () => run(dataDir, [...site, '--origin', 'https://www.example.fr'], { DEMO: demo });
    const { code, output, errors } = await make();
    expect([code, output]).toEqual([0, 'journal: created\n']);
    expect(errors).toMatch(/is a new data folder[^\n]+\n$/);
    expect(readProgress(dataDir) !== undefined).toBe(demo === 'on');
    expect(await make()).toEqual({ code: 0, output: 'journal: unchanged\n', errors: '' });
  },
);

test('a token is asked of the folder that an option names before the one of the environment', async () => {
  const { errors } = await run('/nowhere', [
    ...['token', '--site', 'demo', '--role', 'admin', '--data-dir', join(folder, 'this-one')],
  ]);
  expect(errors).toMatch(/this-one: run npm start, or name the data folder/);
});
