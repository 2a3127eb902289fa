import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isLocked, lock } from '../../src/local/lock.ts';
import { findRunning, takeFolder } from '../../src/local/running.ts';
import { withFolder } from './with-folder.ts';

const root = withFolder();
const LOCK = pathToFileURL(join(import.meta.dirname, '../../src/local/lock.ts')).href;
const taker = (folder: string) =>
  `import { lock } from ${JSON.stringify(LOCK)}; await lock(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000);`;

test('a folder another process holds is refused, and free again once that process is killed', async () => {
  const folder = join(root, 'held');
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', taker(folder)]);
  await once(holder.stdout, 'data');
  expect(isLocked(folder)).toBe(true);
  await expect(lock(folder)).rejects.toThrow(`in use by process ${holder.pid}`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(isLocked(folder)).toBe(false);
  const unlock = await lock(folder);
  expect(isLocked(folder)).toBe(true);
  unlock();
  expect(isLocked(folder)).toBe(false);
});

// Only Linux tells a zombie from a process.
if (process.platform === 'linux')
  test('a killed process whose parent never asks for it does not count', async () => {
    const folder = join(root, 'zombie');
    const script = '"$0" --input-type=module-typescript -e "$1" & exec sleep 60';
    const parent = spawn('sh', ['-c', script, process.execPath, taker(folder)]);
    await once(parent.stdout, 'data');
    const { pid } = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    (await lock(folder))();
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    parent.kill('SIGKILL');
  });

test('a later process with the number of the one that is gone does not count', async () => {
  const folder = join(root, 'reused');
  const { pid } = spawnSync(process.execPath, ['--version']);
  await (await lock(folder))();
  writeFileSync(
    join(folder, 'lock'),
    JSON.stringify({ pid: process.ppid, startedAt: 'before the last boot' }),
  );
  expect(isLocked(folder)).toBe(false);
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, startedAt: '1' }));
  (await lock(folder))();
});

test('where a server runs is known from its note until it ends, however it ends', async () => {
  const folder = join(root, 'noted');
  const note = { url: 'http://127.0.0.1:1', endpoint: 'http://127.0.0.1:2' };
  const held = await takeFolder(folder);
  expect(findRunning(folder)).toBeUndefined();
  held.note(note);
  expect(findRunning(folder)).toEqual(note);
  held.release();
  expect(findRunning(folder)).toBeUndefined();

  const killed = await takeFolder(folder);
  killed.note(note);
  const next = await takeFolder(folder);
  expect(findRunning(folder)).toBeUndefined();
  next.release();
});
