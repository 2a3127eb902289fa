import { expect, test } from '@jest/globals';
import { links } from '../../../src/screening/checks/links.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (text: string, holdFrom = 2) =>
  links.run(anEvidence({ draft: aDraft({ text }), policy: aPolicy({ links: { holdFrom } }) }));

test.each([
  'Voir https://a.example/1 et https://a.example/1',
  'https://www.pilules.example, puis http://montres.com.',
  '<a href="http://a.example">ici</a> <a href=http://b.example>là</a>',
  '[url=http://a.example]ici[/url][url=http://b.example]là[/url]',
  'http://a.example,http://b.example',
  'http://a.example>http://a.example',
  'http://a.example](http://a.example',
  'x=http://a.example]http://a.example]http://a.example',
])('holds from the second link on: %s', (text) => {
  expect(on(text)?.outcome).toBe('hold');
});

test.each([
  ['one link', 'Tout est dit ici : https://www.example.fr/dossier?page=2#suite, je crois.'],
  ['an address that is its own label', '<a href="http://a.example/x" rel="nofollow">http://a.example/x</a>'],
  ['the same in BBCode', '[url=http://a.example/x]http://a.example/x[/url]'],
  ['the same in Markdown', '[http://a.example/x](http://a.example/x)'],
  [
    'names of sites, companies and files',
    'Booking.com, impots.gouv.fr, README.md, dig example.org, www.a.fr',
  ],
  ['sentences that lack spaces', 'Bon.il est là.la suite demain.de toute façon.me voilà.'],
  [
    'what pages do not link',
    'ftp://a.example //b.example http://jean@c.example http://localhost https:d.example',
  ],
  ['e-mail addresses', 'Écrivez à jean@example.fr ou à marie@example.com.'],
  ['forgotten spaces', "C'est fini.Je pense que oui.Et toi ?Il est tard.De plus il pleut."],
  ['figures and initials', 'À 19.30, 3.14 et 1.000.000, M.Le Bihan (S.N.C.F.), p.ex. etc...'],
])('does not object to %s', (_, text) => {
  expect(on(text)).toBeUndefined();
});

test.each(['>', ']', '](', '">', '] > '])('counts each of four links that %j joins', (joint) => {
  const text = Array(4).fill('http://a.example/x').join(joint);
  expect([on(text, 4)?.outcome, on(`[${text}`, 3)?.outcome]).toEqual(['hold', 'hold']);
});

test('names the links, five at most, and is surer the more there are', () => {
  const many = on('http://a.fr http://b.fr http://c.fr http://d.fr http://e.fr http://f.fr');

  expect(many?.traces.map(({ term }) => term)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((name) => `http://${name}.fr`),
  );
  expect(many?.score).toBeGreaterThan(on('http://a.fr http://b.fr')?.score ?? 1);
});

test('holds from as many links as the policy says', () => {
  expect(on('https://a.example', 1)?.outcome).toBe('hold');
  expect(on('http://a.fr http://b.fr', 3)).toBeUndefined();
});
