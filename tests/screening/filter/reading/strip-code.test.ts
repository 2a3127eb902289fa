import { expect, test } from '@jest/globals';
import { withoutCode } from '../../../../src/screening/filter/reading/strip-code.ts';
import { cpuMsOf } from '../../../cpu-time.ts';

test.each([
  'return items.filter((x) => x.price > 0);',
  '   at MyApp.Program.Main(String[] args) in Program.cs:line 42',
  '2019-11-03 22:10:41 WARN [main] Retry 3/5',
  'System.InvalidOperationException: Sequence contains no elements',
  'sudo make install && ./configure --with-ssl=/opt/ssl',
  'var prompt = document.getElementById("q");',
  '[2026-11-30 10:22:03.118] INFO [pool-3] Started in 4.2 s',
  'TypeError: undefined is not iterable',
  '   at Shop.Cart.Add(VirtualPath path, HttpContext context, Boolean isNew)',
  '@Override public User find(long id) { return user.id; }',
  'if (user.name == data.info) { go(user.id); }',
])('recognises code in: %s', (line) => {
  expect(withoutCode(`I get this\n${line}\nAny ideas?`)).toEqual({
    text: 'I get this\nAny ideas?',
    lines: 1,
  });
});

test.each([
  'Le tarif (12 €) est affiché ; merci.',
  'I was there at 10:30 (with my dad), it was closed.',
  'Casino bonus (free) => http://casino.example/?a=1;',
  '<a href="https://shop.example">cheap</a>;',
  'Return to the shop, class act.',
  '<p><strong>Article 4</strong> (nouveau) : « l’usager » ;</p>',
])('recognises no code in: %s', (text) => {
  expect(withoutCode(text)).toEqual({ text, lines: 0 });
});

const advert = 'Gagnez 500 € par jour depuis votre téléphone, écrivez à Julie';
test.each([
  [`[2026-11-30 10:22] ${advert}`, advert],
  [`2026-11-30T10:22:41.512 ${advert}`, advert],
  [`NoError: ${advert}`, advert],
  [`${advert} NoError: merci`, `${advert}   merci`],
  [`at Julie( ${advert} )`, `${advert} )`],
  ['NoError: casino-bonus.fr', 'casino-bonus.fr'],
  ['NoError: julie@casino.fr', 'julie@casino.fr'],
  ['NoError: Telegram @julie', 'Telegram @julie'],
  ['NoError: appelez le 06 39 98 12 34', 'appelez le 06 39 98 12 34'],
  ['NoError: appelez +33639981234', 'appelez +33639981234'],
])('of what begins like a log or an exception, only that is dropped: %s', (text, rest) => {
  expect(withoutCode(text)).toEqual({ text: rest, lines: 0 });
});

test.each([
  `${advert} (((;;;)));`,
  'Ach(e)tez vr(a)is di(pl)ômes, p(e)rmis et pa(ss)eports, c(o)ntactez-nous',
  'Les ami(e)s et les élu(e)s, les retraité(e)s ou non',
  'Bonus gratuit sur casino-bonus.fr ((((;))));',
  'Pour un prêt rapide, écrivez à @julie ((((;))));',
])('prose that ends like code is read: %s', (text) => {
  expect(withoutCode(text)).toEqual({ text, lines: 0 });
});

test('prose cut up into lines of a log is read, lines without words are not', () => {
  const words = advert.match(/\S+ \S+ \S+/g) ?? [];
  const text = [...words, ...words].map((line) => `[2026-11-30 10:22] ${line}`).join('\n');
  expect(withoutCode(`${text}\nNoError: 5/7`)).toEqual({ text: [...words, ...words].join('\n'), lines: 1 });
});

test.each(['a', 'aError: ', 'Error', '0', '06 ', '@a', 'a. ', '(;', '2026-11-30 10:22', 'at a(\n'])(
  'looks through a text of nothing but %j once',
  (piece) => {
    const text = `(; ${piece.repeat(100_000).slice(0, 100_000)}`;
    expect(cpuMsOf(() => withoutCode(text))).toBeLessThan(2_000);
  },
);
