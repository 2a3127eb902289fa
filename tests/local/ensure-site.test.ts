import { expect, test } from '@jest/globals';
import { ensureSite, withLocalOrigins } from '../../local/ensure-site.ts';
import { openStore } from '../../local/store.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { openTestEngine } from '../storage/with-store.ts';

const demo = { id: 'demo', name: 'Le Courrier', language: 'fr', origins: ['http://127.0.0.1:1'] } as const;

test('a site is created with the default policy, kept as it is, and updated without touching its policy', async () => {
  const engine = openTestEngine('palabre');
  const { store } = openStore(engine, 'palabre');
  expect(await ensureSite(store, demo)).toBe('created');
  const created = await store.readSite('demo');
  expect(created).toMatchObject({ ...demo, policy: defaultPolicy, version: 1 });
  expect(await ensureSite(store, demo)).toBe('unchanged');
  const policy = { ...defaultPolicy, links: { holdFrom: 5 } };
  if (created) await store.saveSite({ ...created, policy }, created.version);
  expect(await ensureSite(store, { ...demo, origins: ['http://127.0.0.1:2'] })).toBe('updated');
  expect(await store.readSite('demo')).toMatchObject({ origins: ['http://127.0.0.1:2'], policy });
  engine.close();
});

test('a new port takes the place of the old one among the origins, and others stay', () => {
  expect(withLocalOrigins([], 4000)).toEqual(['http://127.0.0.1:4000', 'http://localhost:4000']);
  expect(
    withLocalOrigins(['https://www.example.fr', 'http://127.0.0.1:4000', 'http://localhost'], 5000),
  ).toEqual(['http://127.0.0.1:5000', 'http://localhost:5000', 'https://www.example.fr']);
});
