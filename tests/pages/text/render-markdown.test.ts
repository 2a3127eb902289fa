import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderText } from '../../../src/pages/text/render-text.ts';
import { findLinks, hostOf } from '../../../src/screening/text/links.ts';
import { isVisible } from '../../../src/screening/text/visible.ts';
import { markWords } from '../../../src/screening/text/words.ts';
import { grapheme } from '../../characters.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { hostile, parse } from '../markup.ts';

const markup = (text: string) => renderText(text, { markdown: true }).markup;
const p = (inner: string) => `<p dir="auto">${inner}</p>`;
const li = (inner: string) => `<li dir="auto">${inner}</li>`;
const link = (href: string, label: string) => `<a href="${href}" rel="nofollow ugc noopener">${label}</a>`;

test.each([
  ['*un* mot', '<em>un</em> mot'],
  ['_un_ mot', '<em>un</em> mot'],
  ['**deux** mots', '<strong>deux</strong> mots'],
  ['__deux__ mots', '<strong>deux</strong> mots'],
  ['***trois*** mots', '<em><strong>trois</strong></em> mots'],
  ['**gras et _penché_**', '<strong>gras et <em>penché</em></strong>'],
  ['_penché **et gras** ?_', '<em>penché <strong>et gras</strong>\u202F?</em>'],
  ['**gras**🙂 =*x*', '<strong>gras</strong>🙂 =<em>x</em>'],
  [String.raw`\*pas\* \_ni\_ \`cela\` \[ici](x)`, '*pas* _ni_ `cela` [ici](x)'],
  ['l’*été*, (**vite**)', 'l’<em>été</em>, (<strong>vite</strong>)'],
  ['`npm i` et `a * b * c`', '<code>npm i</code> et <code>a * b * c</code>'],
  ['[la mairie](https://mairie.fr/halle)', `${link('https://mairie.fr/halle', 'la mairie')} (mairie.fr)`],
  ['**[a](https://a.fr/)**', `<strong>${link('https://a.fr/', 'a')} (a.fr)</strong>`],
  ['[a](https://a.fr/b_(c))', `${link('https://a.fr/b_(c)', 'a')} (a.fr)`],
  [
    '**voir** https://a.fr/x_y_z',
    `<strong>voir</strong> ${link('https://a.fr/x_y_z', 'https://a.fr/x_y_z')}`,
  ],
])('reads %s', (text, inner) => {
  expect(markup(text)).toBe(p(inner));
});

test.each([
  '[suite\u202E](https://evil.fr/)',
  '\u202Eavant [suite](https://evil.fr/)',
  '\u2067 [suite](https://evil.fr/)',
])('says where a link leads as it is read, whatever turns the line %j', (text) => {
  expect(parse(markup(text)).text).toContain('(\u2066evil.fr\u2069)');
});

test.each([
  '2 * 3 * 4',
  'un_nom_de_variable',
  'ca**si**no',
  'caⓢ**ino**',
  '㆖[c](https://c.example)',
  '*ca**si**no*x',
  'c** de m***',
  '***',
  '*1 : note, *2 : autre',
  '**sans fin',
  '****quatre****',
  '`sans fin',
  '[banque.fr](https://evil.fr)',
  '[banque\u2024fr](https://evil.fr)',
  '[banque．fr](https://evil.fr)',
  '[https://banque.fr](https://evil.fr)',
  'ca[si](https://a.fr)no',
  'ca**[si](https://a.fr)**no',
  `ca*[${'s'.repeat(200)}](https://a.fr)`,
  `ca***[${'s'.repeat(198)}](https://a.fr)`,
  '㉠*c*',
  'ca$*i*no',
  '™*c*',
  '[x](javascript:alert(1))',
  '[](https://a.fr/)',
  '[\u200B](https://a.fr/)',
  '[\u00AD \u2060](https://a.fr/)',
  '# titre',
  '| a | b |',
  '+ 1, tout à fait',
  '1789. Une année.',
  '2. pas le premier',
])('leaves %s as it was typed', (text) => {
  const { text: shown, tags } = parse(markup(text));
  expect(shown).toBe(text.replaceAll(' :', '\u00A0:'));
  expect(tags.map(({ name }) => name).filter((name) => name !== 'a')).toEqual(['p']);
});

test.each([
  ['> cité\n> encore\n\nréponse', `<blockquote>${p('cité<br>encore')}</blockquote>${p('réponse')}`],
  ['> > deux fois', `<blockquote><blockquote>${p('deux fois')}</blockquote></blockquote>`],
  [
    'Il faut :\n- du pain\n- *du* vin',
    `${p('Il faut\u00A0:')}<ul><li dir="auto">du pain</li><li dir="auto"><em>du</em> vin</li></ul>`,
  ],
  ['- un\n  suite\n- deux', '<ul><li dir="auto">un<br>suite</li><li dir="auto">deux</li></ul>'],
  ['1. un\n2. deux\n4. quatre', `<ol><li dir="auto">un</li><li dir="auto">deux</li></ol>${p('4. quatre')}`],
  ['1. un\n\n2. deux\n \n\n3. trois', `<ol>${li('un')}${li('deux')}${li('trois')}</ol>`],
  ['- un\n\n* deux\n\nsuite', `<ul>${li('un')}${li('deux')}</ul>${p('suite')}`],
  [
    '1. un\n\nOr\u00A0:\n\n2. deux\n3. trois',
    `<ol>${li('un')}</ol>${p('Or\u00A0:')}${p('2. deux<br>3. trois')}`,
  ],
  ['```js\na *b*\n\n> c\n```\naprès', `<pre dir="auto"><code>a *b*\n\n&gt; c</code></pre>${p('après')}`],
  ['```\nsans fin', '<pre dir="auto"><code>sans fin</code></pre>'],
  ['a\nb\n \n\nc\n', `${p('a<br>b')}${p('c')}`],
])('reads the blocks of %j', (text, whole) => {
  expect(markup(text)).toBe(whole);
});

const piece = fc.oneof(
  fc.string({ unit: grapheme, maxLength: 5 }),
  fc.constantFrom(...hostile),
  fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```',
    '> ',
    '- ',
    '1. ',
    '[',
    '](',
    ')',
    '\n',
    '\n\n',
    ' ',
    'a',
    'b.fr',
  ),
  fc.constantFrom(
    'http://a.example/',
    'https://b.example/x_(y)',
    '[c](https://c.example)',
    '\u200B',
    '\u00AD',
    '\u0301',
  ),
);
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test.each([
  ['```\n```', '```<br>```'],
  ['> >', '&gt; &gt;'],
  ['>\n>', '&gt;<br>&gt;'],
  ['```js', '```js'],
  ['- \u200B', '- \u200B'],
])('%j, of which nothing would be seen, stays as it was typed', (text, shown) => {
  expect(markup(text)).toBe(p(shown));
});

test('whatever is visible as it was typed is visible as it is drawn', () => {
  const marks = fc.array(
    fc.constantFrom('>', ' ', '```', '\n', '- ', '1. ', '**', '_', '`', '\u200B', '[', ']', 'a'),
  );
  fc.assert(
    fc.property(marks, (parts) => {
      const text = parts.join('');
      fc.pre(isVisible(text));
      expect(isVisible(parse(markup(text)).text)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('no text ever makes an element other than the few it knows, nor a link elsewhere than to the web', () => {
  const known = ['p', 'br', 'a', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'];
  fc.assert(
    fc.property(texts, (text) => {
      for (const { name, attributes } of parse(markup(text)).tags) {
        expect(known).toContain(name);
        if (name === 'a') expect(attributes.get('href')).toMatch(/^https?:\/\/[^/@]+\//);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('every host that is linked was judged', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const judged = new Set(findLinks(text).flatMap((one) => (one.kind === 'web' ? [hostOf(one)] : [])));
      for (const { name, attributes } of parse(markup(text)).tags)
        if (name === 'a')
          expect(judged).toContain(new URL(attributes.get('href') ?? '').hostname.replace(/\.$/, ''));
    }),
    { numRuns: 1_000 },
  );
});

test('readers see no word that checks did not', () => {
  // Without what is joined of single letters: the host beside a label may be one more.
  const wordsOf = (text: string) => new Set(markWords(text.normalize('NFC')).split('\n')[0]?.split('\u0001'));
  fc.assert(
    fc.property(texts, (text) => {
      const judged = wordsOf(text);
      const shown = wordsOf(
        parse(markup(text).replaceAll(/<\/?(?:p|li|pre|blockquote|ul|ol)\b[^>]*>|<br>/g, '<br> ')).text,
      );
      for (const word of shown) expect(judged).toContain(word);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '*',
  '**a ',
  '_',
  '`',
  '```\n',
  '```x\n',
  '> ',
  '>',
  '- a\n',
  '1. a\n',
  '1. a\n\n\n',
  '[',
  '[a](',
  '](',
  '[a](http://b.fr/)',
  '*_',
  ' *a* `b',
  '\n',
  '  a\n',
  '***a ',
])('goes through a text of nothing but %j once', (unit) => {
  const filled = unit.repeat(300_000).slice(0, 300_000);
  expect(cpuMsOf(() => markup(filled))).toBeLessThan(3_000);
  expect(cpuMsOf(() => markup(`- ${filled}a`))).toBeLessThan(3_000);
});
