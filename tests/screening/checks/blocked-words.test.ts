import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { blockedWords } from '../../../src/screening/checks/blocked-words.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (draft: Partial<Draft>, ...words: readonly string[]) =>
  blockedWords.run(anEvidence({ draft: aDraft(draft), policy: aPolicy({ blocked: { words } }) }));

test.each([
  ['retard', 'Le train est en retard.'],
  ['RETARDÉ', 'Un train retarde, encore'],
  ['crédit gratuit', 'Un CREDIT — gratuit ! — pour tous'],
  ['casino*', 'Les casinos du coin'],
  ['*porn*', 'du cyberpornographe'],
  ['gagn*z', 'Gagnez vite'],
  ['buy * now', 'Buy watches now'],
  ['sœur', 'ma SOEUR'],
  ['casino', '𝐂𝐚𝐬𝐢𝐧𝐨 et ｃａｓｉｎｏ'],
  ['casino', 'ca\u200Bsi\u00ADno'],
  ['l arnaque', "L'arnaque du siècle"],
  ['विज्ञापन', 'यह विज्ञापन है'],
])('finds %s in: %s', (word, text) => {
  expect(on({ text }, word)).toMatchObject({ outcome: 'spam', traces: [{ field: 'text', term: word }] });
});

test.each([
  [
    'Le train est en retard, assez de concerts annulés à Essex, calcul fait.',
    ['tard', 'con', 'ass', 'sex', 'cul'],
  ],
  ['Le casinotier est parti', ['casino', '*casino']],
  ['Un crédit. Il est gratuit', ['credit gratuit']],
  ['gros problème, petit con', ['gros*con']],
  ['काला', ['कल']],
  ['Rien du tout', ['', '*', '**', '* *', '!!!', '\uD800']],
])('does not match inside words: %s', (text, words) => {
  expect(on({ text }, ...words)).toBeUndefined();
});

test.each([
  ['letters of other scripts in a word', 'саsino', ['casino', 'casino*']],
  ['a word of nothing but letters of another script', 'Un сахо gratuit pour vous', ['caxo']],
  ['letters with spaces between', 'c a s i n o', ['casino']],
  ['letters with signs between', 'c/a/s/i/n/o, c.a.s.i.n.o, C-A-S-I-N-O', ['casino']],
  ['entities', 'c&#97;si&#x6e;o', ['casino']],
  ['invisible characters', 'c\u00ADa\u200Bs\u2060i\uFEFFn\u200Do', ['casino']],
  ['accents and strokes', 'c\u0336á\u0301\u0302sìnö', ['casino']],
  ['styled letters', '🅲🅰🆂🅸🅽🅾 ⓒⓐⓢⓘⓝⓞ', ['casino']],
  ['a figure at its end', 'casin0, porn0 et viagr4', ['casino', 'porno', 'viagra']],
  ['a figure at its beginning', 'bande d’1diots', ['idiots']],
  ['the stroke that draws Arabic words longer', 'كـــازيـنو', ['كازينو']],
  ['percent-encoding', 'voir x.fr/c%61sino et y.fr/cr%C3%A9dit', ['casino', 'crédit']],
  ['small capitals', 'ᴄᴀꜱɪɴᴏ', ['casino', 'casi*']],
  [
    'a phrase in another spelling',
    'L’arnaque du week‑end',
    ["l'arnaque", 'l’arnaque', 'week-end', 'week end'],
  ],
])('finds a word disguised by %s', (_, text, words) => {
  for (const word of words) expect([word, on({ text }, word)?.outcome]).toEqual([word, 'spam']);
});

test.each([
  ['.top', 'Voir casino.top !', "C'est top ! Fini. Top."],
  ['C++', 'Du C++, du vrai', "C'est du C, non ? C+"],
  ['[url=', '[url=http://a.fr]', 'Une URL = une adresse'],
  ['-50%', 'Tout à -50% !', '50 % des gens, 1-500'],
  ['t.me', 'Sur t.me/machin', 'Je t’aime, il m’a dit : et toi, t. me'],
  ['$$$ cash', 'Vite, $$$ cash', 'Du cash'],
  ['ｅn', 'ｅn plus', 'En plus, en effet'],
  ['ã¨', 'Jusqu’ã¨ demain', 'très bien, à la une'],
  ['https www', 'https www', 'Voir https://www.example.fr'],
  ['*.top', 'Voir casino.top', 'au top'],
  ['win*.top', 'Voir winner24.top', 'winner24. top'],
])('an entry keeps its signs: %s', (entry, caught, honest) => {
  expect(on({ text: caught }, entry)?.outcome).toBe('spam');
  expect(on({ text: honest }, entry)).toBeUndefined();
});

test.each([
  ['赌场', '欢迎来到网上赌场玩游戏'],
  ['カジノ', 'オンラインカジノで遊ぶ'],
  ['คาสิโน', 'เว็บคาสิโนออนไลน์'],
  ['VIP赌场', '来 VIP赌场玩'],
])('%s is found where its script puts no spaces: %s', (word, text) => {
  expect(on({ text }, word)?.outcome).toBe('spam');
});

test('what stands before Chinese letters ends where it ends', () => {
  expect(on({ text: '来XVIP赌场玩' }, 'VIP赌场')).toBeUndefined();
});

test.each(['mp3', 'covid19', 'win7 et iphone4', 'le A380'])('a figure in %s is one', (text) => {
  expect(on({ text }, 'mpe', 'covidi9', 'win', 'iphone', 'as')).toBeUndefined();
});

test('a Russian or Greek text is read as it is', () => {
  expect(on({ text: 'Открой рот, сказал он. Казино рядом.' }, 'pot', 'pomo', 'cop')).toBeUndefined();
  expect(on({ text: 'Открой рот, сказал он. Казино рядом.' }, 'казино')?.outcome).toBe('spam');
});

test("looks at the author's name and address as well", () => {
  expect(on({ author: 'Casino Royal' }, 'casino')?.traces).toEqual([{ field: 'author', term: 'casino' }]);
  expect(on({ url: 'https://mega-casino.example/' }, 'casino')?.traces).toEqual([
    { field: 'url', term: 'casino' },
  ]);
});

test('holds for a suspect term, and blocks for one that is on both lists', () => {
  const draft = aDraft({ text: 'Un casino' });
  const suspect = { words: ['casino'] };

  expect(blockedWords.run(anEvidence({ draft, policy: aPolicy({ suspect }) }))?.outcome).toBe('hold');
  expect(
    blockedWords.run(anEvidence({ draft, policy: aPolicy({ suspect, blocked: suspect }) }))?.outcome,
  ).toBe('spam');
});
