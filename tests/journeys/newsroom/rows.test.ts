import { beforeAll, expect, test } from '@jest/globals';
import { stopClock } from '../../clock.ts';
import { follow } from '../follow-stream.ts';
import { alice } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

const clock = stopClock();
const backend = withBackend({ policy: { ...noFlood, links: { holdFrom: 1 } } });

const draft = { author: 'Odile', text: 'La halle rouvre enfin, et le marché avec elle.' };
let said = 0;
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  return (await submit(article, { ...draft, ...more }, { ip: `198.51.100.${said % 250}` })).json();
};
const queue = async (query = '', name = 'pending') =>
  (await asModerator('list-queue', { params: { queue: name }, query })).json();
const found = async (query: string) => (await asModerator('list-article-comments', { query })).json();
const texts = ({ comments }: any) => comments.map(({ text }: any) => text);

let [first, waiting] = [{} as any, {} as any];
beforeAll(async () => {
  first = await say('halle');
  await decide('halle', first.id, 'approve');
  await follow(backend);
  const text = 'Voyez https://marche.example/plan et https://autre.example/, merci.';
  waiting = await say('halle', { text, visitor: first.visitor, parent: first.id });
  await say('gare', { author: 'Marc', text: 'Le guichet ferme à midi.' });
  await say('gare', {
    author: 'Lena',
    text: 'The ticket office closes at noon, I am afraid, and on Sundays.',
  });
});

test('a row says what checks objected to, what to mark, who wrote it, and what it answers', async () => {
  const [row] = (await queue()).comments.filter(({ id }: any) => id === waiting.id);
  expect(row).toMatchObject({
    status: 'pending',
    language: 'fr',
    parent: first.id,
    article: { id: 'halle' },
    author: { name: 'Odile', approved: 1, refused: 0, key: expect.stringMatching(/^1:/) },
    answers: { id: first.id, author: 'Odile', excerpt: draft.text, status: 'approved' },
  });
  expect(row.author.last).toMatchObject({
    id: first.id,
    article: 'halle',
    status: 'approved',
    excerpt: draft.text,
  });
  expect(Date.parse(row.author.firstSeenAt)).toBe(Date.parse(row.author.last.createdAt));
  expect(row.verdict.findings.map(({ check }: any) => check)).toEqual(['links']);
  expect(row.terms).toContainEqual({ field: 'text', term: 'https://marche.example/plan' });
});

test('queues are filtered by author, language, words, link and age, and say how many rows were read for it', async () => {
  const { comments } = await queue();
  const marc = comments.find(({ author }: any) => author.name === 'Marc');
  expect(texts(await queue(`author=${encodeURIComponent(marc.author.key)}`))).toEqual([marc.text]);
  expect(texts(await queue('q=GUICHET%20midi'))).toEqual([marc.text]);
  expect(await queue('link=marche.example')).toMatchObject({
    comments: [{ id: waiting.id }],
    examined: 3,
    partial: false,
  });
  for (const [link, count] of [
    ['plan', 1],
    ['pla', 0],
    ['autre', 0],
  ] as const)
    expect(texts(await queue(`link=https://marche.example/${link}`))).toHaveLength(count);
  expect(texts(await queue(`before=${encodeURIComponent(marc.since)}`))).toEqual(
    [waiting].map(() => expect.stringContaining('Voyez')),
  );
  expect((await queue(`after=${encodeURIComponent(marc.since)}`)).comments).toMatchObject([
    { author: { name: 'Lena' } },
  ]);
  expect((await queue('language=en')).comments.every(({ language }: any) => language === 'en')).toBe(true);
  for (const wrong of [
    'language=de',
    'before=hier',
    'author=%20',
    'link=pas%20un%20lien',
    'q=%20',
    'order=random',
  ])
    expect(
      (await asModerator('list-queue', { params: { queue: 'pending' }, query: wrong })).json(),
    ).toMatchObject({
      status: 400,
      code: 'invalid-query',
    });
});

test('an author of another site is nobody here', async () => {
  const key = (await queue()).comments[0].author.key;
  const params = { site: 'autre' };
  const query = `author=${encodeURIComponent(key)}`;
  expect(
    (await asModerator('list-article-comments', { params, claims: alice, query })).json().comments,
  ).toEqual([]);
});

test('comments are found by author, by words over the site’s last 30 days and by link, page by page', async () => {
  const key = (await queue()).comments.find(({ id }: any) => id === waiting.id).author.key;
  const ofAuthor = await found(`author=${encodeURIComponent(key)}&order=newest`);
  expect(ofAuthor.comments.map(({ id }: any) => id)).toEqual([waiting.id, first.id]);
  const one = await found(`author=${encodeURIComponent(key)}&order=newest&limit=1`);
  const cursor = encodeURIComponent(one.next);
  const two = await found(`author=${encodeURIComponent(key)}&order=newest&limit=1&cursor=${cursor}`);
  expect([...one.comments, ...two.comments].map(({ id }: any) => id)).toEqual([waiting.id, first.id]);

  expect(texts(await found('q=marche'))).toHaveLength(2);
  expect(texts(await found('q=halle%20marche%20odile'))).toEqual([draft.text]);
  expect(await found('q=rien%20de%20tel')).toMatchObject({
    comments: [],
    next: null,
    examined: 4,
    partial: false,
  });
  expect((await found('link=autre.example')).comments).toMatchObject([{ id: waiting.id, thread: first.id }]);
  const page = await found('q=marche&limit=1');
  const rest = await found(`q=marche&limit=1&cursor=${encodeURIComponent(page.next)}`);
  expect(new Set([...texts(page), ...texts(rest)]).size).toBe(2);
  expect((await asModerator('list-article-comments', { query: 'limit=5' })).statusCode).toBe(422);
});
