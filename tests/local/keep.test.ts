import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keepOnce, readIfThere, writeWhole } from '../../local/keep.ts';
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
