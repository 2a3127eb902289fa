import { expect, test } from '@jest/globals';
import { callsTo, noFlood } from './calls.ts';
import { eventually, withServer } from './with-server.ts';

const server = withServer();
const calls = callsTo(server);
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };

test('a comment is sent, approved, followed by others, taken back, and as it was after kill -9', async () => {
  await calls.setPolicy(noFlood);

  const first = await calls.submit('gare', draft);
  expect(first.status).toBe(202);
  const { id, visitor } = (await first.json()) as any;
  const again = await calls.submit('gare', draft);
  expect([again.status, ((await again.json()) as any).id]).toEqual([202, id]);
  const waiting = (await calls.queue('pending')).filter((comment) => comment.id === id);
  expect(waiting).toHaveLength(1);
  expect(waiting[0].verdict.findings.map(({ check }: any) => check)).toEqual(['first-comment']);
  expect((await calls.list('gare')).comments).toEqual([]);

  const { undo } = await calls.decide('gare', id, 'approve');
  expect((await calls.list('gare')).comments).toMatchObject([{ id, text: draft.text }]);
  const second = await eventually(
    async () =>
      (
        await calls.submit('gare', {
          ...draft,
          text: `Encore un mot sur ce sujet. ${performance.now()}`,
          visitor,
        })
      ).status,
    (status) => status === 201,
  );
  expect(second).toBe(201);

  const spam = await calls.submit('gare', { author: 'Bot', text: 'Une bien belle page.', contact_me: 'yes' });
  const held = await calls.submit('gare', { author: 'Dan', text: 'Une bien belle gare.' });
  const [spamAnswer, heldAnswer] = [(await spam.json()) as any, (await held.json()) as any];
  expect([spam.status, Object.keys(spamAnswer)]).toEqual([held.status, Object.keys(heldAnswer)]);
  expect(spamAnswer.status).toBe('pending');
  await eventually(
    () => calls.queues(),
    ({ spam: { count } }) => count === 1,
  );

  await calls.undo(undo);
  const after = await calls.list('gare');
  expect(after.comments.map((comment: any) => comment.id)).not.toContain(id);

  await server.stop('SIGKILL');
  await server.start();
  expect((await calls.list('gare')).comments).toEqual(after.comments);
  const count = await eventually(
    () => calls.count('gare'),
    (counted) => counted === after.comments.length,
  );
  expect(count).toBe(after.comments.length);
});

test('names and addresses of the invented team are reserved as those of people who joined', async () => {
  await calls.setPolicy(noFlood);
  for (const signed of [
    { author: 'claire  VASSEUR' },
    { author: 'Une autre', email: 'nora@courrier.example' },
  ])
    await calls.submit('signature', { text: `Un mot de ${signed.author}.`, ...signed });
  const waiting = (await calls.queue('pending')).filter(({ article }) => article.id === 'signature');
  const found = waiting.map(({ verdict }) => verdict.findings.map(({ check }: any) => check));
  expect(found).toEqual([expect.arrayContaining(['staff']), expect.arrayContaining(['staff'])]);
});

test('a server that is killed while comments come in loses none that it acknowledged, and doubles none', async () => {
  await calls.setPolicy(noFlood);
  const textOf = (at: number) => `Message numéro ${at}, et bonne journée à tous.`;
  const acknowledged: string[] = [];
  const posts = Array.from({ length: 200 }, async (_, at) => {
    const answer = await calls
      .submit('foule', { author: `Lectrice ${at}`, text: textOf(at) })
      .catch(() => undefined);
    if (answer?.status === 202) acknowledged.push(textOf(at));
  });
  await eventually(
    async () => acknowledged.length,
    (length) => length > 20,
  );
  await server.stop('SIGKILL');
  await Promise.all(posts);

  await server.start();
  const kept: string[] = [];
  let cursor: string | null = null;
  const token = await server.token('--site', 'demo', '--scope', 'comments:moderate');
  do {
    const url: string = `${server.url}/v1/sites/demo/admin/comments?article=foule&limit=100${cursor ? `&cursor=${cursor}` : ''}`;
    const page = (await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()) as any;
    for (const { text } of page.comments) kept.push(text);
    cursor = page.next;
  } while (cursor);
  expect(acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  expect(kept.filter((text, at) => kept.indexOf(text) !== at)).toEqual([]);
});
