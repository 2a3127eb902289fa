import { expect, test } from '@jest/globals';
import { linkedData } from '../../src/feeds/linked-data.ts';
import { anId, NOW } from '../storage/with-store.ts';
import { hostileLine, hostileText } from './hostile-texts.ts';

const aShown = (n: number, more: object = {}) => ({
  id: anId(n),
  root: anId(n),
  author: 'Odile',
  text: 'Oui.',
  createdAt: NOW,
  ...more,
});
const article = { id: 'gare', title: 'La gare', link: 'https://exemple.fr/gare', count: 3 };
const around = { baseUrl: 'https://api.exemple.fr', site: { id: 'demo', name: 'Le Courrier' }, article };
const read = (...comments: ReturnType<typeof aShown>[]) => JSON.parse(linkedData(comments, around));

test('comments stand under their article, each with its text, author, time and place', () => {
  expect(read(aShown(1))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': 'https://exemple.fr/gare',
    url: 'https://exemple.fr/gare',
    headline: 'La gare',
    commentCount: 3,
    comment: [
      {
        '@type': 'Comment',
        '@id': `https://exemple.fr/gare?around=${anId(1)}#comment-${anId(1)}`,
        url: `https://exemple.fr/gare?around=${anId(1)}#comment-${anId(1)}`,
        text: 'Oui.',
        datePublished: '2026-03-09T08:00:00.000Z',
        author: { '@type': 'Person', name: 'Odile' },
      },
    ],
  });
});

test('replies stand in what they answer, at any depth, and one whose thread began on another page stands for itself', () => {
  const ofFirst = { root: anId(1) };
  const { comment } = read(
    aShown(1),
    ...Array.from({ length: 20 }, (_, n) => aShown(n + 2, { ...ofFirst, parent: anId(n + 1) })),
    aShown(30, { root: anId(29), parent: anId(29) }),
  );
  const idIn = ({ url }: { url: string }) => url.split('#comment-')[1];
  expect(comment.map(idIn)).toEqual([anId(1), anId(30)]);
  let last = comment[0];
  for (let depth = 1; last.comment; depth += 1) {
    expect([idIn(last), last.comment.length]).toEqual([anId(depth), 1]);
    [last] = last.comment;
  }
  expect(idIn(last)).toBe(anId(21));
});

test('of a removed comment the place is told and nothing else; the newsroom’s are the site’s', () => {
  const { comment } = read(
    aShown(1, { isRemoved: true, author: 'Odile', text: 'Retiré.' }),
    aShown(2, { root: anId(1), parent: anId(1), isStaff: true }),
  );
  expect(comment[0]).toMatchObject({ creativeWorkStatus: 'Deleted', comment: [{ text: 'Oui.' }] });
  expect(JSON.stringify(comment)).not.toContain('Retiré');
  expect(comment[0].comment[0].author.affiliation).toEqual({ '@type': 'Organization', name: 'Le Courrier' });
});

test('no text ends the script element that it stands in, and a parser reads back what was typed', () => {
  const comments = Array.from({ length: 200 }, (_, n) =>
    aShown(n, { author: `A ${hostileText(n)}`, text: hostileText(n) }),
  );
  const of = { ...around, article: { ...article, title: hostileLine } };
  const json = linkedData(comments, of);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(json.isWellFormed()).toBe(true);
  expect(JSON.parse(json).comment.map(({ text }: any) => text)).toContain(hostileText(3));
});

test('an article without an address has our page of it', () => {
  const json = linkedData([aShown(1)], { ...around, article: { ...article, link: undefined } });
  expect(JSON.parse(json)).toMatchObject({
    '@id': 'https://api.exemple.fr/v1/sites/demo/comments.html?article=gare&as=page',
  });
});
