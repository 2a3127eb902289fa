import { expect, test } from '@jest/globals';
import { read } from '../../../../src/screening/filter/reading/reading.ts';

const wordsIn = (text: string) => read({ text }).words.join(' ');

test.each([
  ['an empty element', 'un ca<b></b>sino gra<i></i>tuit', 'un casino gratuit'],
  ['an element around letters', 'un ca<EM>si</EM>no', 'un casino'],
  ['several, one inside another', 'un ca<b><i></i></b>sino', 'un casino'],
  ['one with attributes', 'un ca<span style="color:red"></span>sino', 'un casino'],
  ['an empty link', 'un ca<a></a>sino', 'un casino'],
  ['an empty element that would begin a line', 'un ca<div class="x"></div>sino', 'un casino'],
  ['an element that nobody knows', 'un ca<x>si</x>no', 'un casino'],
  ['as entities', 'un ca&lt;b&gt;&lt;/b&gt;sino', 'un casino'],
  ['a comment', 'un ca<!-- - -->sino', 'un casino'],
  ['a place where a line may break', 'un ca<wbr>sino', 'un casino'],
  ['codes of forums', 'un ca[b][/b]sino gra[color=red]tui[/color]t', 'un casino gratuit'],
  ['empty codes of any name', 'un ca[url][/url]sino gra[x][/x]tuit', 'un casino gratuit'],
])('markup inside words does not hide them: %s', (_, text, words) => {
  expect(wordsIn(text)).toBe(words);
});

test.each([
  ['a line’s end', 'un<br>deux<br/>trois'],
  ['paragraphs and lists', '<p>un</p><ul><li>deux</li><li>trois</li></ul>'],
  ['formatted words', '<b>un</b> <i>deux</i> [u]trois[/u]'],
  ['links', 'un<a>deux</a>trois'],
])('markup between words leaves them apart: %s', (_, text) => {
  expect(read({ text }).words).toEqual(['un', 'deux', 'trois']);
});

test.each(['<x></x>', '<b>', '<p></p>', '[b]', '[x][/x]', '<!---->', '<x></y>'])(
  'four thousand signs of %s behind a word are read to the end',
  (piece) => {
    expect(read({ text: `mot${piece.repeat(3_900 / piece.length)}` }).words[0]).toBe('mot');
  },
);

test('letters in the brackets of inclusive French are no code of a forum', () => {
  expect(wordsIn('des étudiant[e]s')).toBe('des etudiant e s');
});

test('a link inside a word is read as a link', () => {
  expect(read({ text: 'ca<b>http://a.fr</b>sino' }).links).toHaveLength(1);
  expect(wordsIn('ca<a href="http://a.fr">s</a>ino')).toContain('\uE000');
});
