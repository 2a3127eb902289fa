import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PAGE_ARTICLE, seed } from '../../bench/seed.ts';
import { openBenchStore } from '../../bench/store.ts';
import { readSecret } from '../../local/secret.ts';
import { randomFrom } from '../../training/random.ts';
import { withFolder } from '../local/with-folder.ts';

const folder = withFolder();

test('a filled store holds what the summary says, and says what it was asked for', async () => {
  const dataDir = join(folder, 'filled');
  const seeded = await seed(dataDir, { decided: 120, published: 15, waiting: 7 }, randomFrom(3));
  expect(await readSecret(dataDir)).toMatch(/^[0-9a-f]{64}$/);
  const { store, consumed, close } = openBenchStore(dataDir);
  try {
    const page = { site: 'demo', order: 'oldest', limit: 100 } as const;
    const shown = await store.listShown({ ...page, article: PAGE_ARTICLE });
    const spam = await store.listQueue({ ...page, queue: 'spam' });
    const pending = await store.listQueue({ ...page, queue: 'pending' });

    expect(shown.items.length + 11).toBe(seeded.published.get(PAGE_ARTICLE));
    expect(spam.items.length + pending.items.length).toBe(seeded.queued);
    expect(pending.items.map(({ id }) => id)).toEqual(seeded.waiting.map(({ comment }) => comment));
    expect(consumed()).toMatchObject({ writeUnits: 0, commands: 3, roundTrips: 3 });
  } finally {
    close();
  }
});
