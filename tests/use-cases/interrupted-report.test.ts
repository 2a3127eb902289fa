import { expect, test } from '@jest/globals';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { decideComments } from '../../src/use-cases/decide-comments.ts';
import { reportComment } from '../../src/use-cases/report-comment.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const site = aSite({ policy: readPolicy({ reports: { threshold: 1, strict: true } }) });
const ref = { site: 'demo', article: 'signale', id: anId(1) };
const request = { article: ref.article, id: ref.id, reason: 'spam' } as const;
const context = (at: number) => ({
  site,
  reporter: { network: '2603:n', author: undefined },
  now: NOW + at,
  batch: anId(800 + at) as string,
});
const status = async () => (await fixture.store.find(ref))?.status;

test('a comment that a report should have held when the storage failed is held when it is sent again, and not after a decision', async () => {
  await fixture.store.add(aStored({ ...ref, status: 'approved' }));
  const out = () => Promise.reject(new Refusal('storage-unavailable', 'The database is out.'));
  const failing = { store: { ...fixture.store, saveStatus: out } };
  await expect(reportComment(failing, request, context(1))).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
  expect(await status()).toBe('approved');

  await reportComment(fixture, request, context(2));
  expect(await status()).toBe('pending');

  // The stream has not told of the decision yet, so that the report still stands.
  const approval = { ...request, comment: ref.id, decision: 'approve' } as const;
  await decideComments(fixture, [approval], { site, by: 'claire', now: NOW + 3, batch: anId(803) });
  await reportComment(fixture, request, context(4));
  expect(await status()).toBe('approved');
});
