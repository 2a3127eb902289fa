import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { withFolder } from '../local/with-folder.ts';
import { end, start } from '../local/with-server.ts';

const folder = withFolder();

/** Reads the beginning of what a process says, and then no more, as `| head` does. */
const readOnce = async ({ stdout }: ChildProcess) => {
  await once(stdout as NonNullable<typeof stdout>, 'data');
  stdout?.destroy();
};

const COMMAND = `
  import { runCommand } from './tools/command.ts';
  await runCommand({ help: '', options: {}, run: async () => {
    for (;;) {
      console.log('x'.repeat(1_000));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  } });`;

test('a command whose reader has seen enough ends without a word', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', COMMAND]);
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  await readOnce(child);
  expect([(await once(child, 'close'))[0], errors]).toEqual([141, '']);
});

test('the server goes on when nobody reads what it says, and still ends as it is asked to', async () => {
  const server = await start(folder);
  server.process.stdout?.destroy();
  for (let n = 0; n < 3; n += 1) expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(await end(server, 'SIGTERM')).toBe(0);
});
