import { beforeAll, expect, test } from '@jest/globals';
import { follow } from '../follow-stream.ts';
import { nora } from '../people.ts';
import { asModerator, decide, submit, versionOf } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend();
const ids: Record<string, string> = {};
const texts = {
  honest: 'Merci pour cet article, je prends ce train tous les matins.',
  linked: 'Voyez https://a.example.com pour le plan du quartier.',
  insult: 'Ce commentaire est hors sujet et la rédaction le refuse.',
  casino: 'Le tramway passe par ici le mardi.',
  undone: 'Celui-ci fut refusé par erreur, puis repris.',
  edited: 'Venez chez nous, tramwayspam pas cher.',
};

beforeAll(async () => {
  for (const [name, text] of Object.entries(texts))
    ids[name] = (await submit('gare', { author: `Auteur ${name}`, text })).json().id;
  await follow(backend);
  await decide('gare', ids.honest as string, 'approve');
  await decide('gare', ids.linked as string, 'approve');
  await decide('gare', ids.insult as string, 'reject');
  await decide('gare', ids.casino as string, 'spam');
  const { undo } = (await decide('gare', ids.undone as string, 'reject')).json();
  await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await decide('gare', ids.edited as string, 'approve');
  const version = await versionOf('gare', ids.edited as string);
  const edit = { method: 'PATCH', params: { comment: ids.edited as string }, article: 'gare' };
  await asModerator('edit-comment', { ...edit, body: { version, text: 'Venez nous voir.' } });
  await follow(backend);
});

const backtest = (policy: object, more: object = {}, asked: object = {}) =>
  asModerator('backtest-policy', { method: 'POST', body: { policy, ...more }, ...asked });

test('a draft is tried on what people decided, and each comment it would get wrong comes with the reason', async () => {
  const before = await backend.dump();
  const draft = { links: { holdFrom: 1 }, blocked: { words: ['tramway'] } };
  const page = (await backtest(draft, {}, { headers: { 'accept-language': 'en' } })).json();
  expect(page.counts).toEqual(
    expect.arrayContaining([
      { decision: 'approve', verdict: 'publish', count: 2 },
      { decision: 'approve', verdict: 'hold', count: 1 },
      { decision: 'reject', verdict: 'publish', count: 1 },
      { decision: 'spam', verdict: 'spam', count: 1 },
    ]),
  );
  expect(page.counts).toHaveLength(4);
  expect(page.wrong).toMatchObject([
    {
      id: ids.insult,
      decision: 'reject',
      verdict: 'publish',
      excerpt: texts.insult,
      by: 'claire',
      because: [],
    },
    {
      id: ids.linked,
      decision: 'approve',
      verdict: 'hold',
      because: [expect.stringContaining('https://a.example.com')],
    },
  ]);
  expect(page.next).toBeNull();
  expect(await backend.dump()).toEqual(before);
});

test('an edited comment is tried by what its author wrote', async () => {
  const { wrong } = (await backtest({ blocked: { words: ['tramwayspam'] } })).json();
  expect(wrong).toContainEqual(
    expect.objectContaining({ id: ids.edited, verdict: 'spam', excerpt: texts.edited }),
  );
});

test('a decision that was taken back is none', async () => {
  const { wrong } = (await backtest({ suspect: { words: ['erreur'] } })).json();
  expect(wrong.map(({ id }: any) => id)).not.toContain(ids.undone);
});

test('it names the checks that it cannot run again', async () => {
  const { replayed, notReplayed } = (await backtest({})).json();
  expect(notReplayed).toEqual(
    expect.arrayContaining([
      'flood',
      'form-token',
      'blocked-networks',
      'blocked-emails',
      'first-comment',
      'banned',
    ]),
  );
  expect(replayed).toEqual(expect.arrayContaining(['links', 'learned-filter', 'blocked-words']));
  expect(replayed.filter((name: string) => notReplayed.includes(name))).toEqual([]);
});

test('pages add up to the whole, each comment once', async () => {
  const whole = (await backtest({ links: { holdFrom: 1 } })).json();
  const counts: Record<string, number> = {};
  let cursor: string | null | undefined;
  do {
    const page: any = (
      await backtest({ links: { holdFrom: 1 } }, { limit: 2, ...(cursor ? { cursor } : {}) })
    ).json();
    for (const { decision, verdict, count } of page.counts)
      counts[`${decision} ${verdict}`] = (counts[`${decision} ${verdict}`] ?? 0) + count;
    cursor = page.next;
  } while (cursor);
  expect(counts).toEqual(
    Object.fromEntries(
      whole.counts.map(({ decision, verdict, count }: any) => [`${decision} ${verdict}`, count]),
    ),
  );
});

test('it follows modes and rules of articles, and is for admins', async () => {
  const draft = { links: { holdFrom: 1 }, articles: { gare: { checks: { links: 'off' } } } };
  expect((await backtest(draft)).json().wrong.map(({ id }: any) => id)).not.toContain(ids.linked);
  expect((await backtest({}, {}, { claims: nora })).statusCode).toBe(403);
  expect((await backtest({}, { limit: 101 })).statusCode).toBe(422);
  expect((await backtest({}, { cursor: 'x' })).statusCode).toBe(400);
  expect((await backtest({ unknown: 1 })).statusCode).toBe(422);
});
