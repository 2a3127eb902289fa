import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clarify, normalise } from '../../../../src/screening/filter/reading/normalise.ts';
import { codePoint } from '../../../characters.ts';
import { cpuMsOf } from '../../../cpu-time.ts';

const plain = (text: string) => normalise(clarify(text)).text;
const tricks = (text: string) => normalise(clarify(text)).tricks;

test.each([
  ['entities', '&eacute;t&#233; &amp; f&#xEA;te', 'ete & fete'],
  ['zero-width characters', 'c\u200Ba\u200Bs\u200Bi\u200Bno', 'casino'],
  ['full-width letters', 'ｃａｓｉｎｏ', 'casino'],
  ['mathematical letters', '𝐁𝐨𝐧𝐮𝐬 𝓯𝓻𝓮𝓮', 'bonus free'],
  ['squared letters', '🅱🅾🅽🆄🆂', 'bonus'],
  ['strokes and piled-up marks', 'b\u0336\u0301o\u0336\u0301nus', 'bonus'],
  ['look-alikes in Latin words', 'сheаp роrnо', 'cheap porno'],
  ['spaced letters', 'v i a g r a now', 'viagra now'],
  ['dotted letters', 'c.a.s.i.n.o !', 'casino !'],
  ['digits for letters', 'v1agr4 c4s1n0', 'viagra casino'],
  ['a digit behind a sign for a letter', 'fre!3 100', 'freie 100'],
  ['letters held down', 'freeeeee', 'free'],
  ['pictures inside words', 'ca🎰sino bonus gr🎁atuit', 'casino bonus gratuit'],
  ['asterisks inside words', 'via*gra', 'viagra'],
  ['doubled vowels', 'caasiinoo booonuus', 'casino bonus'],
  ['doubled consonants', 'ggannezz ddess bbonnuss aappellee', 'ganez des bonus apele'],
  ['small capitals', 'ɢᴀɢɴᴇᴢ 500 € ᴘᴀʀ ᴊᴏᴜʀ', 'gagnez 500 € par jour'],
  ['letters of flags', '🇨\u200B🇦\u200B🇸\u200B🇮\u200B🇳\u200B🇴 🇧🇷🇴🇰🇪🇷 🇨 🇦 🇸 🇮 🇳 🇴', 'casino broker casino'],
  ['letters in brackets', 'ach(e)tez vr(a)is di(pl)ômes, étudiant(e)s', 'achetez vrais diplomes, etudiantes'],
  [
    'slashes inside words',
    'un abon/nement gra/tuit au cas/ino et/ou un bo/nus',
    'un abonnement gratuit au casino etou un bonus',
  ],
  [
    'several signs inside words',
    'abon_nement gra.tuit cas-ino bo~nus prê·teur',
    'abonnement gratuit casino bonus preteur',
  ],
  ['line breaks inside words', 'un abon\nnement gra\ntuit au cas\nino', 'un abonnement gratuit au casino'],
  ['syllables apart', 'vi.ag.ra cré.di.ts po.rn.os', 'viagra credits pornos'],
  ['letters of other alphabets', 'køb nu, łódź, đường', 'kob nu, lodz, duong'],
  ['accents and ligatures', 'Où ça ? Ma sœur, naïve', 'ou ca ? ma soeur, naive'],
])('reads %s', (_, typed, said) => {
  expect(plain(typed)).toBe(said);
});

test.each([
  'привет мой друг, йод и ёлка',
  'ελληνικά και τιμή',
  '这篇文章写得很好',
  'क्या यह सच है',
  'le 2nd mp3 a 20h30, covid19, 1er',
  '@marie et @jp42 : merci',
  'appelez le 06 12 34 56 78',
  'version 1.2.3.4',
  'elle appelle, personnellement, la passerelle immobiliere de l ancienne commission du mississippi',
  'les etudiant(e)s et les ami(e)s, tou(te)s les elu(e)s, le (la) president(e)',
  'les etudiant·e·s, les lecteur·rice·s, les abonne·e·s et les elu·e·s',
  'et/ou, km/h, peut-etre, est-ce, dit-il, p.ex., c.-a-d., o.k.',
  'un week-end a saint-brieuc avec des arcs-en-ciel et des porte-bonheur, sans rendez-vous',
  'le nom snake_case et la fonction read_file, rien de plus a dire de tout ce code',
  'un poeme\nqui va a la ligne\nsans capitales\net sans points\ndu tout',
  'drapeaux 🇫🇷 🇬🇧🇧🇪 🇺🇳 et 🇨🇦🇸🇮🇳🇴',
])('does not change: %s', (text) => {
  expect(plain(text)).toBe(text);
});

describe('counts disguises', () => {
  test.each([
    ['invisible', 'ca\u200Bsi\u200Bno', 2],
    ['fancy', '𝐁𝐨𝐧𝐮𝐬', 5],
    ['masked', 'сheаp роrno', 2],
    ['spaced', 'c a s i n o', 1],
    ['leet', 'c4s1n0', 1],
    ['split', 'ca🎰sino gr🎁atuit', 2],
    ['doubled', 'caasiinoo', 1],
    ['doubled', 'ggannezz ccassinno bbonnuss', 3],
    ['split', 'abon/nement gra/tuit cas/ino', 3],
    ['fancy', '🇨\u200B🇦\u200B🇸', 3],
    ['masked', 'ᴄᴀꜱɪɴᴏ', 1],
  ] as const)('%s', (trick, text, times) => {
    expect(tricks(text)[trick]).toBe(times);
  });

  test.each([
    '20€par mois, 10k€, 1,5 M€',
    'Żółw i łódź',
    'køkken på dansk',
    'đường',
    'Bravo👏Super',
    'coordonnées créées',
    'lecteur·rice·s',
    '👨‍👩‍👧 ❤️',
    'می‌خوانم',
    'Việt Nam ế',
    'C’est l’été, n’est-ce pas ?',
    '20 €',
    'नमस्ते',
  ])('finds none in %s', (text) => {
    expect(Object.values(tricks(text)).every((count) => count === 0)).toBe(true);
  });
});

test('normalises any text without growing it much', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
      expect(plain(text).length).toBeLessThanOrEqual(20 * text.length + 1);
    }),
  );
});

// Only what holds a look-alike is searched for words with some.
test.each([
  'a',
  'é',
  'а',
  'a€',
  '0!',
  'a*',
  '*',
  '🎰a',
  'a.',
  'a ',
  '&#',
  '+1',
  'e\u0301',
  'a\u200B',
  'a/',
  'ab\n',
  'aabb',
  'tt',
  '🇨',
  '(e)',
  'ɪ',
])('reads a text of nothing but %j once', (piece) => {
  const text = `${piece.repeat(100_000).slice(0, 100_000)} cаsino`;
  expect(cpuMsOf(() => plain(text))).toBeLessThan(2_000);
});
