import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { distance } from '../../src/screening/text/minhash.ts';
import { isSetPhrase, likenessOf } from '../../src/submission/likeness.ts';
import { cpuMsOf } from '../cpu-time.ts';

const COMMENT =
  'La mairie avait promis une piste cyclable en 2023, puis en 2024. Nous voilà en mai et il n’y a toujours ' +
  'qu’un trait de peinture que les livreurs prennent pour un parking. Qui contrôle tout cela ?';

const isAlike = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => likenessOf({ text }));
  return (
    a !== undefined && b !== undefined && distance(a.bits, b.bits) <= defaultPolicy.nearDuplicate.bitsMax
  );
};

test.each([
  'Merci beaucoup pour cet article très intéressant',
  'Bravo à toute l’équipe, continuez comme ça !',
  'Je vous souhaite à toutes et à tous une bonne et heureuse année 2026, et surtout une bonne santé.',
  'Joyeux Noël et bonne année à toute la rédaction ainsi qu’à tous les lecteurs !',
  'Toutes mes condoléances à la famille et aux proches, et courage à tous ceux qui l’ont connu.',
  'Thank you so much for this article, I learned a lot and will read the next one as well.',
])('a set phrase resembles nobody else’s: %s', (text) => {
  expect(isSetPhrase({ text })).toBe(true);
});

test.each<[string, { text: string; url?: string }]>([
  ['a link', { text: 'Gagnez de l’argent depuis chez vous, tout est expliqué sur http://a.example' }],
  ['the name of a site', { text: 'Gagnez de l’argent depuis chez vous, tout est expliqué sur promo.xyz' }],
  ['a telephone number', { text: 'Pour un prêt entre particuliers, appelez vite le 06 12 34 56 78' }],
  ['an account', { text: 'Pour un prêt entre particuliers, écrivez vite à @pretfacile sur Telegram' }],
  [
    'a page of the author',
    { text: 'Merci beaucoup pour cet article très intéressant', url: 'https://a.example/' },
  ],
])('a short text is compared when it has %s', (_, draft) => {
  expect([isSetPhrase(draft), likenessOf(draft) !== undefined]).toEqual([false, true]);
});

test('a longer text is compared, and found again when a word has changed', () => {
  expect(isAlike(COMMENT, COMMENT.replace('livreurs', 'voitures'))).toBe(true);
});

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  i: 'і',
};
const SMALL = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ'];
const FIGURES: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7' };
const spelt = (gap: string) => (text: string) =>
  text
    .split(/\s+/)
    .map((word) => [...word].join(' '))
    .join(gap);

test.each<[string, (text: string) => string]>([
  [
    'look-alikes of another script',
    (text) => text.replace(/[a-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter),
  ],
  [
    'small capitals',
    (text) => text.replace(/[a-z]/g, (letter) => SMALL[letter.charCodeAt(0) - 97] ?? letter),
  ],
  ['figures for letters', (text) => text.replace(/[a-z]/g, (letter) => FIGURES[letter] ?? letter)],
  ['spaces between letters', spelt('   ')],
  ['spaces between letters and two between words', spelt('  ')],
  ['dots between letters', (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '.')],
  ['entities', (text) => text.replace(/[aeiou]/g, (letter) => `&#${letter.charCodeAt(0)};`)],
])('a comment is found again disguised by %s', (_, disguise) => {
  expect(isAlike(disguise(COMMENT), COMMENT)).toBe(true);
});

test.each([
  ['in quotation marks', `« ${COMMENT} »\nTout à fait d’accord avec vous.`],
  ['in English ones', `“${COMMENT}” Tout à fait d’accord avec vous.`],
  ['in straight ones', `"${COMMENT}"\n\nTout à fait d’accord avec vous.`],
  ['as in a mail', `> ${COMMENT.replace('. ', '.\n> ')}\n\nTout à fait d’accord avec vous.`],
  ['under its author’s name', `Yann a écrit :\n${COMMENT}\n\nTout à fait d’accord avec vous.`],
])('a comment quoted %s and answered is not that comment', (_, text) => {
  expect(isAlike(text, COMMENT)).toBe(false);
});

test('quotation marks hide no advertising: around everything, or around a link', () => {
  const advert = `${COMMENT} http://a.example`;
  expect(isAlike(`« ${COMMENT} »`, COMMENT)).toBe(true);
  expect(isAlike(`« ${advert} » Oui.`, advert)).toBe(true);
});

test.each(['«', '"', '“', '> ', '\n>', 'a écrit :\n', '"a', '« a »'])(
  'goes through a text of nothing but %j once',
  (unit) => {
    const filled = unit.repeat(300_000).slice(0, 300_000);
    expect(cpuMsOf(() => likenessOf({ text: filled }))).toBeLessThan(4_000);
  },
);
