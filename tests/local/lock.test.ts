import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isLocked, lock, whenTakenAway } from '../../local/lock.ts';
import { findRunning, takeFolder } from '../../local/running.ts';
import { withFolder } from './with-folder.ts';

const root = withFolder();
const LOCK = pathToFileURL(join(import.meta.dirname, '../../local/lock.ts')).href;
const taker = (folder: string) =>
  `import { lock } from ${JSON.stringify(LOCK)}; lock(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000);`;

test('a folder another process holds is refused, and free again once that process is killed', async () => {
  const folder = join(root, 'held');
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', taker(folder)]);
  await once(holder.stdout, 'data');
  expect(isLocked(folder)).toBe(true);
  expect(() => lock(folder)).toThrow(`in use by process ${holder.pid}`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(isLocked(folder)).toBe(false);
  const unlock = lock(folder);
  expect(isLocked(folder)).toBe(true);
  unlock();
  expect(isLocked(folder)).toBe(false);
});

// Windows removes no file that is open.
if (process.platform !== 'win32')
  test.each(['lock.db', 'comments.db'])(
    'whoever holds a folder is told when %s there is another file, and takes nothing from who has it then',
    async (name) => {
      const folder = join(root, `taken-${name}`);
      const unlock = lock(folder);
      for (const file of ['comments.db', 'another']) writeFileSync(join(folder, file), '');
      const told = new Promise<Error>((resolve) =>
        whenTakenAway(folder, join(folder, 'comments.db'), resolve),
      );
      rmSync(join(folder, name));
      if (name === 'comments.db') renameSync(join(folder, 'another'), join(folder, name));
      const next = name === 'lock.db' ? lock(folder) : undefined;
      expect((await told).message).toContain(`${name} was removed or replaced`);
      unlock();
      expect(isLocked(folder)).toBe(next !== undefined);
      expect(existsSync(join(folder, 'lock.pid'))).toBe(next !== undefined);
      next?.();
    },
  );

// Of all systems only POSIX ones have zombies.
if (process.platform !== 'win32')
  test('a killed process whose parent never asks for it does not count', async () => {
    const folder = join(root, 'zombie');
    const script = '"$0" --input-type=module-typescript -e "$1" & exec sleep 60';
    const parent = spawn('sh', ['-c', script, process.execPath, taker(folder)]);
    await once(parent.stdout, 'data');
    const pid = Number(readFileSync(join(folder, 'lock.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    lock(folder)();
    parent.kill('SIGKILL');
  });

test('of several processes that come at once after one was killed, one gets the folder', async () => {
  const folder = join(root, 'raced');
  const first = spawn(process.execPath, ['--input-type=module-typescript', '-e', taker(folder)]);
  await once(first.stdout, 'data');
  const others = [1, 2, 3, 4].map(() =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', taker(folder)]),
  );
  const ends = others.map((other) =>
    Promise.race([once(other.stdout, 'data').then(() => 'taken'), once(other, 'exit').then(() => 'refused')]),
  );
  first.kill('SIGKILL');
  expect((await Promise.all(ends)).toSorted()).toEqual(['refused', 'refused', 'refused', 'taken']);
  for (const other of others) other.kill('SIGKILL');
});

test('a folder is refused by one sentence when it is a file, or a link that leads nowhere', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(() => lock(file)).toThrow(`${file} cannot be used: there is a file of that name`);
  expect(() => lock(join(file, 'below'))).toThrow('cannot be used: a part of the path is a file');
  const link = join(root, 'link');
  symlinkSync(join(root, 'nowhere'), link);
  expect(() => lock(link)).toThrow(`${link} cannot be used: `);
});

test('where a server runs is known from its note until it ends, however it ends', () => {
  const folder = join(root, 'noted');
  const note = { url: 'http://127.0.0.1:1', endpoint: 'http://127.0.0.1:2' };
  const held = takeFolder(folder);
  expect(findRunning(folder)).toBeUndefined();
  held.note(note);
  expect(findRunning(folder)).toMatchObject(note);
  held.release();
  expect(findRunning(folder)).toBeUndefined();

  const killed = JSON.stringify({ ...note, pid: '1' });
  writeFileSync(join(folder, 'running.json'), killed);
  expect(findRunning(folder)).toBeUndefined();
  // A command that has the folder is no server, whatever a killed one left there.
  const command = lock(folder);
  expect(findRunning(folder)).toBeUndefined();
  command();
  const next = takeFolder(folder);
  expect(findRunning(folder)).toBeUndefined();
  writeFileSync(join(folder, 'running.json'), '{"url": "htt');
  expect(findRunning(folder)).toBeUndefined();
  next.release();
});
