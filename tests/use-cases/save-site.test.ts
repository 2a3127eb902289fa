import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { saveSite } from '../../src/use-cases/save-site.ts';
import { withStore } from '../storage/with-store.ts';
import { acting, digestOf, policyAppOver } from './policy-app.ts';

const fixture = withStore();
const app = () => policyAppOver(fixture);
const settings = {
  id: 'atelier',
  name: 'Le Courrier',
  language: 'fr',
  origins: ['http://127.0.0.1:1'],
} as const;

test('a site is created with the default policy, kept as it is, and updated without touching its policy', async () => {
  const { store } = fixture;
  expect(await saveSite(app(), settings, acting('command'))).toBe('created');
  const created = await store.readSite('atelier');
  expect(created).toMatchObject({ ...settings, policy: defaultPolicy, version: 1 });
  expect(await saveSite(app(), settings, acting('command'))).toBe('unchanged');
  const policy = { ...defaultPolicy, links: { holdFrom: 5 } };
  if (created) await store.saveSite({ ...created, policy }, created.version);
  expect(await saveSite(app(), { ...settings, origins: ['http://127.0.0.1:2'] }, acting('command'))).toBe(
    'updated',
  );
  expect(await store.readSite('atelier')).toMatchObject({ origins: ['http://127.0.0.1:2'], policy });
});

test('a time zone is kept until another is named', async () => {
  const site = { ...settings, id: 'toronto' };
  expect(await saveSite(app(), { ...site, timeZone: 'America/Toronto' }, acting('command'))).toBe('created');
  expect(await saveSite(app(), site, acting('command'))).toBe('unchanged');
  expect(await fixture.store.readSite('toronto')).toMatchObject({ timeZone: 'America/Toronto' });
  expect(await saveSite(app(), { ...site, timeZone: 'UTC' }, acting('command'))).toBe('updated');
  expect(await fixture.store.readSite('toronto')).toMatchObject({ timeZone: 'UTC' });
});

test('of two that create a site at once the later one is told to look again', async () => {
  const site = { ...settings, id: 'double' };
  expect(await saveSite(app(), site, acting('command'))).toBe('created');
  const looked = { ...fixture.store, readSite: async () => undefined };
  await expect(
    saveSite({ store: looked, digestOf }, { ...site, name: 'La Gazette' }, acting('command')),
  ).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
});
