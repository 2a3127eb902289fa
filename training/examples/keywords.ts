import { pick, pickByShare, type Random } from '../random.ts';

const TOPS = 'com com com net org info ru xyz top site online shop club co.uk de biz in pl ua fr'.split(' ');
const HOSTED = [
  'blogspot.com',
  'wordpress.com',
  'weebly.com',
  'tumblr.com',
  'wixsite.com',
  'ning.com',
  'over-blog.com',
];

/** The list's phrases of two or more words of letters only, which advertisers sign and link with. */
export const keyPhrases = (terms: readonly string[]): readonly string[] =>
  terms
    .map((term) => term.replaceAll('-', ' '))
    .filter((term) => /^\p{L}{2,}(?: \p{L}{2,}){1,3}$/u.test(term));

/** A phrase with every word capitalised. */
export const capitalised = (phrase: string): string =>
  phrase.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/** A name that is a keyword. */
export const keywordName = (random: Random, phrase: string): string =>
  pickByShare(random, [
    [0.5, phrase],
    [0.35, capitalised(phrase)],
    [0.15, `${capitalised(phrase)} ${pick(random, ['Online', 'Pro', '24', 'Shop', 'Services', 'Reviews'])}`],
  ]);

/** An address with the phrase in its host or path. */
export const keywordSite = (random: Random, phrase: string, other: string): string => {
  const [joined, hyphenated, path] = [
    phrase.replaceAll(' ', ''),
    phrase.replaceAll(' ', '-'),
    other.replaceAll(' ', '-'),
  ];
  const host = pickByShare(random, [
    [0.4, `${joined}.${pick(random, TOPS)}`],
    [0.25, `${hyphenated}.${pick(random, TOPS)}`],
    [0.15, `${joined}${Math.floor(random() * 99)}.${pick(random, TOPS)}`],
    [0.2, `${joined}.${pick(random, HOSTED)}`],
  ]);
  const tail = pick(random, [
    '',
    '',
    '/',
    '/',
    `/${path}`,
    `/${path}.html`,
    `/tag/${path}/`,
    `/?p=${Math.floor(random() * 999)}`,
  ]);
  return `${pick(random, ['http://', 'https://', 'http://www.', 'https://www.'])}${host}${tail}`;
};
