import { expect, test } from '@jest/globals';
import { accountOf, findAccount } from '../../../local/sign-in/accounts.ts';
import { shortMemory } from '../../../local/sign-in/short-memory.ts';

let now = 0;
const open = () => {
  now = 1_000_000;
  return shortMemory(() => now);
};

test('what is kept is found until its time is over, and is told apart by its kind', async () => {
  const memory = open();
  await memory('Session').upsert('a', { uid: 'u' }, 60);
  expect(await memory('Session').find('a')).toEqual({ uid: 'u' });
  expect(await memory('Session').findByUid('u')).toEqual({ uid: 'u' });
  expect(await memory('Interaction').find('a')).toBeUndefined();
  now += 60_000;
  expect(await memory('Session').find('a')).toBeUndefined();
  expect(await memory('Session').findByUid('u')).toBeUndefined();
});

test('a code is marked as used, so that it cannot be used again', async () => {
  const codes = open()('AuthorizationCode');
  await codes.upsert('c', {}, 60);
  await codes.consume('c');
  expect(await codes.find('c')).toEqual({ consumed: 1000 });
});

test('what a grant gave is revoked with it, and not the sign-in that replaces it', async () => {
  const memory = open();
  for (const kind of ['AccessToken', 'RefreshToken', 'AuthorizationCode', 'Interaction'])
    await memory(kind).upsert('x', { grantId: 'g' }, 60);
  await memory('RefreshToken').upsert('y', { grantId: 'other' }, 60);
  await memory('RefreshToken').revokeByGrantId('g');
  expect(await memory('AccessToken').find('x')).toBeUndefined();
  expect(await memory('RefreshToken').find('x')).toBeUndefined();
  expect(await memory('AuthorizationCode').find('x')).toBeUndefined();
  expect(await memory('Interaction').find('x')).toBeDefined();
  expect(await memory('RefreshToken').find('y')).toBeDefined();
});

test('no more is kept than fits, and the oldest goes first', async () => {
  const sessions = open()('Session');
  for (let n = 0; n < 1001; n += 1) await sessions.upsert(String(n), {}, 60);
  expect(await sessions.find('0')).toBeUndefined();
  expect(await sessions.find('1000')).toBeDefined();
});

test('an account is one of the demo’s people, or an address in whatever case', () => {
  const chosen = (form: Record<string, string>) => accountOf(new URLSearchParams(form))?.sub;
  expect(chosen({ person: 'claire' })).toBe('claire');
  expect(chosen({ email: ' Lea@Example.org ' })).toBe('lea@example.org');
  for (const form of [
    {},
    { person: 'nobody' },
    { email: 'lea@' },
    { email: '@example.org' },
    { email: 'a b@c.d' },
  ])
    expect(chosen(form as Record<string, string>)).toBeUndefined();
  expect(findAccount('lea@example.org')).toMatchObject({ email: 'lea@example.org' });
});
