import { expect, test } from '@jest/globals';
import { asModerator, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const TWO_LINKS = 'Voyez https://a.example.com et https://b.example.com';
const open = { ...noFlood, firstComment: { approvedMin: 0 }, blocked: { words: ['tramway'] } };
const change = (policy: object) =>
  asModerator('change-policy', { method: 'PUT', body: { policy: { ...open, ...policy } } });
const send = async (text: string, article = 'gare', more: object = {}) =>
  submit(article, { author: 'Camille', text, ...more });
const stored = async (article = 'gare') =>
  (await asModerator('list-article-comments', { article, query: 'verdict=full&order=newest' })).json()
    .comments[0];
const findingOf = async (check: string, article?: string) =>
  (await stored(article)).verdict.findings.find((finding: any) => finding.check === check);

test.each([
  [undefined, 'pending', { outcome: 'hold' }],
  ['off', 'approved', undefined],
  ['shadow', 'approved', { outcome: 'approve', judged: 'hold' }],
  ['hold', 'pending', { outcome: 'hold' }],
  ['spam', 'spam', { outcome: 'spam', judged: 'hold' }],
])('links under the mode %s leave a comment %s', async (mode, status, finding) => {
  await change(mode ? { checks: { links: mode } } : {});
  await send(TWO_LINKS);
  expect((await stored()).status).toBe(status);
  const found = await findingOf('links');
  if (finding) expect(found).toMatchObject(finding);
  else expect(found).toBeUndefined();
  expect(found?.judged).toBe(finding && 'judged' in finding ? finding.judged : undefined);
});

test('a blocked word is held where the policy holds what its check finds', async () => {
  await change({ checks: { 'blocked-words': 'hold' } });
  await send('Le tramway est ouvert.');
  expect(await stored()).toMatchObject({ status: 'pending' });
  expect((await findingOf('blocked-words')).because.at(-1)).toMatch(/règles du site retiennent/);
});

test('what a check would only point out is held or called spam as well', async () => {
  await change({ checks: { 'abusive-words': 'hold' } });
  await send('Quel connard, ce ministre.');
  expect(await stored()).toMatchObject({ status: 'pending' });
  expect(await findingOf('abusive-words')).toMatchObject({ outcome: 'hold', judged: 'approve' });
});

test('moderators read what a watched check would have done', async () => {
  await change({ checks: { 'blocked-words': 'shadow' } });
  await send('Le tramway est ouvert.');
  expect((await stored()).status).toBe('approved');
  expect((await findingOf('blocked-words')).because.at(-1)).toMatch(
    /observée.*classé le commentaire comme spam/,
  );
});

test('a comment that comes again is known again, whatever the mode of floods', async () => {
  await change({ checks: { flood: 'off' }, flood: { networkHoldPer10Min: 1, networkPer10Min: 1 } });
  await send('Un autre commentaire, tout à fait à part.');
  const [first, again] = [await send('Le même, deux fois.'), await send('Le même, deux fois.')];
  expect(again.json().id).toBe(first.json().id);
});

test('a text that its check would refuse is held where the policy says so', async () => {
  const text = { charactersMin: 20 };
  await change({ text });
  expect((await send('Court.')).statusCode).toBe(422);
  await change({ text, checks: { 'text-length': 'hold' } });
  expect((await send('Court aussi.')).statusCode).toBe(202);
  expect((await stored()).status).toBe('pending');
});

test('an article has rules of its own for what its part of the policy names, and the site’s for the rest', async () => {
  const articles = {
    gare: { links: { holdFrom: 9 }, blocked: { words: ['navette'] } },
    'https://www.example.fr/halle': { checks: { links: 'spam' } },
  };
  expect((await change({ articles })).statusCode).toBe(200);
  const outcome = async (text: string, article: string) => {
    await send(text, article);
    return (await stored(article)).status;
  };
  expect(await outcome(TWO_LINKS, 'gare')).toBe('approved');
  expect(await outcome(TWO_LINKS, 'budget')).toBe('pending');
  expect(await outcome(TWO_LINKS, 'https://www.example.fr/halle')).toBe('spam');
  expect(await outcome('La navette passe.', 'gare')).toBe('spam');
  expect(await outcome('La navette passe ici.', 'budget')).toBe('approved');
  expect(await outcome('Le tramway ouvre ici.', 'gare')).toBe('approved');
  expect(await outcome('Le tramway ouvre ici.', 'budget')).toBe('spam');
});

test('a fixture of an article is judged by that article’s rules', async () => {
  const comment = { author: 'Camille', text: TWO_LINKS };
  const answer = await change({
    articles: { gare: { links: { holdFrom: 9 } } },
    fixtures: [
      { comment: { ...comment, article: 'gare' }, expected: 'publish' },
      { comment, expected: 'hold' },
    ],
  });
  expect(answer.statusCode).toBe(200);
});

test('rules of articles and modes of checks cost a submission nothing', async () => {
  const costOf = async (article: string) => {
    backend.consumed();
    await send('Une phrase de plus, simple et honnête.', article);
    const { writes, reads } = backend.consumed();
    return { writes, reads };
  };
  await change({});
  const plain = await costOf('prix-a');
  await change({ articles: { 'prix-b': { links: { holdFrom: 9 } } }, checks: { flood: 'shadow' } });
  expect(await costOf('prix-b')).toEqual(plain);
});
