import { expect, test } from '@jest/globals';
import { createClient } from '../../src/api/client.ts';
import { eventually, withServer } from './with-server.ts';

const server = withServer();
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const path = { site: 'demo' };

test('a reader and a moderator talk to the server through the typed client', async () => {
  const reader = createClient(server.url);
  const sent = await reader('POST /v1/sites/{site}/comments', { path, body: { article: 'gare', ...draft } });
  if (!sent.isOk) throw new Error(sent.problem?.detail);
  expect([sent.status, sent.reply.status]).toEqual([202, 'pending']);

  const token = await server.token('--site', 'demo', '--scope', 'comments:moderate');
  const moderator = createClient(server.url, { token: () => token });
  const queue = await moderator('GET /v1/sites/{site}/admin/queues/{queue}', {
    path: { ...path, queue: 'pending' },
    query: { article: 'gare', limit: 5 },
  });
  const [waiting] = queue.isOk ? queue.reply.comments : [];
  expect(waiting).toMatchObject({ id: sent.reply.id, author: { name: 'Camille' } });

  const decided = await moderator('POST /v1/sites/{site}/admin/decisions', {
    path,
    body: { decisions: [{ article: 'gare', comment: sent.reply.id, version: 1, decision: 'approve' }] },
  });
  expect(decided).toMatchObject({ isOk: true, reply: { results: [{ status: 'approved' }] } });

  const list = await reader('GET /v1/sites/{site}/comments', { path, query: { article: 'gare' } });
  expect(list).toMatchObject({ isOk: true, reply: { comments: [{ text: draft.text }] } });
  const counts = await eventually(
    () => reader('GET /v1/sites/{site}/counts', { path, query: { article: ['gare', 'b'] } }),
    (answer) => answer.isOk && answer.reply.counts.gare === 1,
  );
  expect(counts).toMatchObject({ reply: { counts: { gare: 1, b: 0 } } });
  const markup = await reader('GET /v1/sites/{site}/comments.html', { path, query: { article: 'gare' } });
  expect(markup.isOk && markup.reply).toContain('je prends ce train');
});

test('a refusal comes back as its problem, and one of the gateway by its status', async () => {
  const client = createClient(server.url, { token: () => 'x.y.z' });
  const refused = await client('POST /v1/sites/{site}/comments', { path, body: { ...draft, article: '' } });
  expect(refused).toMatchObject({
    isOk: false,
    status: 422,
    problem: { code: 'invalid-fields', fields: [{ field: 'article', detail: 'It is required.' }] },
  });
  expect(await client('GET /v1/sites/{site}/admin/queues', { path })).toEqual({ isOk: false, status: 401 });
});
