import fs, {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keepOnce, readIfThere, writeNote, writeWhole } from '../../local/keep.ts';
import { readSecret } from '../../local/secret.ts';
import { publicKeyOf, readSigningKey } from '../../local/signing-key.ts';
import { withFolder } from './with-folder.ts';

const folder = withFolder();
/** Windows has no such modes: what lies in a person's own folder is theirs there. */
const isForOwner = (path: string) => process.platform === 'win32' || (statSync(path).mode & 0o077) === 0;

test('of many makers at once one wins, and all get its text', async () => {
  const path = join(folder, 'once', 'text');
  const texts = await Promise.all(
    Array.from({ length: 20 }, (_, at) => keepOnce(path, async () => `text ${at}`)),
  );
  expect(new Set(texts).size).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe(texts[0]);
  expect(readdirSync(join(folder, 'once'))).toEqual(['text']);
});

test('what is kept is not made again', async () => {
  const path = join(folder, 'kept');
  await keepOnce(path, () => 'first');
  expect(await keepOnce(path, () => Promise.reject(new Error('not again')))).toBe('first');
});

test('a file is replaced whole, and only its owner reads it', () => {
  const path = join(folder, 'deep', 'whole');
  writeWhole(path, 'one');
  writeWhole(path, 'two');
  expect(readIfThere(path)).toBe('two');
  expect([isForOwner(path), isForOwner(join(folder, 'deep'))]).toEqual([true, true]);
  expect(readIfThere(join(folder, 'absent'))).toBeUndefined();
});

const posix = process.platform === 'win32' ? test.skip : test;
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
/** A process id that the system gives to none. */
const NO_PROCESS = 2 ** 30;

posix('a file that is replaced keeps its owner and its mode', () => {
  const path = join(folder, 'owned');
  writeFileSync(path, 'one');
  chmodSync(path, 0o640);
  if (isRoot) chownSync(path, NOBODY, NOBODY);
  writeWhole(path, 'two');
  const { mode, uid, gid } = statSync(path);
  expect([readFileSync(path, 'utf8'), mode & 0o777]).toEqual(['two', 0o640]);
  if (isRoot) expect([uid, gid]).toEqual([NOBODY, NOBODY]);
});

posix('a link is followed, and goes on leading there', () => {
  const [real, path] = [join(folder, 'elsewhere'), join(folder, 'linked')];
  writeFileSync(real, 'one');
  symlinkSync(real, path);
  writeWhole(path, 'two');
  expect([readFileSync(real, 'utf8'), lstatSync(path).isSymbolicLink()]).toEqual(['two', true]);
});

posix('a link that leads nowhere is told in one sentence, whoever asks', async () => {
  const path = join(folder, 'dangling');
  symlinkSync(join(folder, 'nowhere'), path);
  const sentence = `${path} cannot be used: a link or a part of the path leads nowhere`;
  expect(() => writeWhole(path, 'text')).toThrow(sentence);
  await expect(keepOnce(path, () => 'text')).rejects.toThrow(sentence);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

(isRoot ? test : test.skip)('root follows a link only to a file of the link’s own owner', () => {
  const [real, path] = [join(folder, 'of root'), join(folder, 'link of nobody')];
  writeFileSync(real, 'one');
  symlinkSync(real, path);
  lchownSync(path, NOBODY, NOBODY);
  expect(() => writeWhole(path, 'two')).toThrow(`${path} is a link to a file of another owner`);
  expect(readFileSync(real, 'utf8')).toBe('one');
  chownSync(real, NOBODY, NOBODY);
  writeWhole(path, 'two');
  expect(readFileSync(real, 'utf8')).toBe('two');
});

test('no draft stays behind: neither where writing fails, nor of a process that was killed; one that is being written stays', () => {
  const drafts = join(folder, 'drafts');
  const path = join(drafts, 'text');
  mkdirSync(join(path, 'in the way'), { recursive: true });
  expect(() => writeWhole(path, 'text')).toThrow();
  expect(readdirSync(drafts)).toEqual(['text']);
  rmSync(path, { recursive: true });
  const names = [`text.${NO_PROCESS}.draft`, `text.${process.ppid}.draft`, 'text.2026', 'text.a.draft'];
  for (const name of names) writeFileSync(join(drafts, name), '');
  writeWhole(path, 'text');
  expect(readdirSync(drafts).sort()).toEqual([...names.slice(1), 'text'].sort());
});

test('the secret is 32 bytes, the same each time, for its owner only', async () => {
  const secret = await readSecret(folder);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await readSecret(folder)).toBe(secret);
  expect(isForOwner(join(folder, 'secret'))).toBe(true);
});

test('the signing key is kept for its owner only, and its public half holds nothing private', async () => {
  const key = await readSigningKey(folder);
  expect(await readSigningKey(folder)).toEqual(key);
  expect(isForOwner(join(folder, 'signing-key.json'))).toBe(true);
  expect(Object.keys(publicKeyOf(key)).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test.each([
  ['signing-key.json', readSigningKey, '{"kty":"RSA","n":'],
  ['signing-key.json', readSigningKey, '{"kty":"RSA","n":"AQ","e":"AQAB"}'],
  ['signing-key.json', readSigningKey, ''],
  ['secret', readSecret, ''],
  ['secret', readSecret, 'f'.repeat(63)],
])('a damaged %s is told by its name, and left as it is', async (name, read, text) => {
  const damaged = join(folder, `damaged ${name}`);
  const file = join(damaged, name);
  writeWhole(file, text);
  await expect(read(damaged)).rejects.toThrow(`${file} is damaged`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

/** What is put on the disk while something is written: the size of each file then, and `a folder`. */
const syncedBy = async (write: () => unknown): Promise<readonly unknown[]> => {
  const { fsyncSync } = fs;
  const synced: unknown[] = [];
  fs.fsyncSync = (handle) => {
    const stats = fs.fstatSync(handle);
    synced.push(stats.isDirectory() ? 'a folder' : stats.size);
    fsyncSync(handle);
  };
  syncBuiltinESMExports();
  try {
    await write();
  } finally {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
  }
  return synced;
};

posix('what is kept is on the disk, with its name, before anything is built on it', async () => {
  expect(await syncedBy(() => keepOnce(join(folder, 'synced-once'), () => 'five!'))).toEqual([5, 'a folder']);
  expect(await syncedBy(() => writeWhole(join(folder, 'synced'), 'seven ..'))).toEqual([8, 'a folder']);
  expect(await syncedBy(() => writeNote(join(folder, 'note'), 'of this process'))).toEqual([]);
});
