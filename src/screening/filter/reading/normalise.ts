import { LIGATURES, SALUTATIONS } from '../../text/fold.ts';
import { normalForm } from '../../text/normal-form.ts';
import { isAscii, isWestern, unicode } from '../../text/unicode.ts';
import { readBoxed } from './boxed-letters.ts';
import { unmask } from './confusables.ts';
import { readDoubled } from './doubled-letters.ts';
import { decodeEntities } from './entities.ts';
import { joinParts } from './join-parts.ts';
import { hasOnlyUsualCharacters } from './usual-characters.ts';

/** How often a text disguises its words, by method. */
export type Tricks = {
  readonly invisible: number;
  readonly fancy: number;
  readonly marks: number;
  readonly masked: number;
  readonly spaced: number;
  readonly leet: number;
  /** Words with an emoji inside, or with another sign when many have one. */
  readonly split: number;
  /** Words with doubled vowels or consonants. */
  readonly doubled: number;
};

/**
 * A readable form of a text: entities decoded, invisible characters removed, styled letters made plain. Case
 * is kept.
 */
export type Clear = { readonly text: string; readonly invisible: number; readonly fancy: number };

// These short expressions tell whether a long one is needed, which would cost a cold start up to a millisecond.
const JOINERS = /[\uFE0E\uFE0F\u200C\u200D]/;
const SINGLE_LETTERS = /(?:[^\s.\-_*·•|][ .\-_*·•|]{1,2}){3}[^\s.\-_*·•|]/;
const LEET_SIGNS = /[\d@$!|+][a-z]|(?<=[a-z][!+]*)[\d@$|]/;
const REPEATED = /([^\x00-@[-`{-\x7F])\1\1/;
const INVISIBLE = () => unicode(String.raw`[\p{DI}\u2800]`, 'gu');
/** Variation selectors and joiners are ordinary in emoji, joiners and non-joiners in Persian and Hindi. */
const USUAL_INVISIBLE = () =>
  unicode(
    String.raw`(?<=[\p{Extended_Pictographic}\p{M}\p{Script=Arabic}\p{Script=Devanagari}])[\uFE0E\uFE0F\u200C\u200D]`,
    'gu',
  );
/** Mathematical, circled, squared and full-width Latin letters, used as bold and italics. */
const FANCY = /[\u{1D400}-\u{1D7FF}\u24B6-\u24E9\u{1F130}-\u{1F14F}\uFF21-\uFF3A\uFF41-\uFF5A]/gu;

const THRICE = () => unicode(String.raw`(\p{L})\1{2,}`, 'gu');

const countOf = (text: string, found: RegExp): number => text.match(found)?.length ?? 0;

/** Makes a text readable, and counts the invisible and styled characters it had. */
export const clarify = (raw: string): Clear => {
  const decoded = decodeEntities(raw);
  if (isAscii(decoded)) return { text: decoded, invisible: 0, fancy: 0 };
  if (isWestern(decoded)) return { text: decoded.normalize('NFKC'), invisible: 0, fancy: 0 };

  const boxed = readBoxed(decoded);
  const usual = JOINERS.test(boxed.text) ? boxed.text.replace(USUAL_INVISIBLE(), '') : boxed.text;
  const visible = usual.replace(INVISIBLE(), '');
  const fancy = boxed.letters + countOf(visible, FANCY);
  const text = normalForm(visible.replace(SALUTATIONS, ' '), 'NFKC');
  return { text, invisible: usual.length - visible.length, fancy };
};

/**
 * Normalises a readable text for comparing words: lower case, without accents and disguises. Other scripts
 * stay as they are.
 */
export const normalise = (clear: Clear): { readonly text: string; readonly tricks: Tricks } => {
  const parts = joinParts(clear.text);
  const whole = joinSplit(parts.text);
  const bare = withoutMarks(whole.text.toLowerCase());
  const plain = hasOnlyUsualCharacters(bare.text) ? { text: bare.text, words: 0 } : unmask(bare.text);
  const joined = joinSpaced(plain.text);
  const spelt = readLeet(joined.text);
  const once = readDoubled(REPEATED.test(spelt.text) ? spelt.text.replace(THRICE(), '$1$1') : spelt.text);
  return {
    text: once.text,
    tricks: {
      ...{ invisible: clear.invisible, fancy: clear.fancy, marks: bare.marks },
      ...{ masked: plain.words, spaced: joined.words, leet: spelt.words },
      ...{ split: parts.words + whole.words, doubled: once.words },
    },
  };
};

/** Letters that Unicode does not decompose into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ...LIGATURES,
  ...{ ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i' },
};

const CENSORED = () => unicode(String.raw`(?<=\p{L}\p{L}?)\*{1,2}(?=\p{Ll})`, 'gu');
const SPLIT = () => unicode(String.raw`(?<=\p{Ll})\p{Extended_Pictographic}+(?=\p{Ll})`, 'gu');

/**
 * Removes emoji (`ca🎰sino`) and asterisks (`vi*gra`) inside words. Asterisks are not counted as a disguise,
 * since people censor words with them.
 */
const joinSplit = (text: string): { readonly text: string; readonly words: number } => {
  const plain = text.includes('*') ? text.replace(CENSORED(), '') : text;
  if (isWestern(plain) && !/[©®]/.test(plain)) return { text: plain, words: 0 };
  let words = 0;
  const joined = plain.replace(SPLIT(), () => {
    words += 1;
    return '';
  });
  return { text: joined, words };
};

/**
 * Removes accents from Latin letters. Strokes through letters, and more than two marks on a letter, count as
 * disguises.
 */
const withoutMarks = (text: string): { readonly text: string; readonly marks: number } => {
  if (isAscii(text)) return { text, marks: 0 };
  let marks = 0;
  const bare = normalForm(text, 'NFD')
    .replace(
      /[\u0334-\u0338\u20D2\u20D3\u20D8-\u20DA\u20E5]|(?<=[\u0300-\u036F]{2})[\u0300-\u036F]+/g,
      () => {
        marks += 1;
        return '';
      },
    )
    .replace(/(?<=[a-z][\u0300-\u036F]?)[\u0300-\u036F]/g, '');
  // `normalForm` has left few marks on each letter, so that this takes no long time.
  return {
    text: bare.normalize('NFC').replace(/[œæßøłđħŧı]/g, (letter) => LETTERS[letter] ?? letter),
    marks,
  };
};

const SPACED = () =>
  unicode(
    String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$][ .\-_*\u00B7\u2022|]{1,2}){3,}[\p{L}\p{N}@$](?![\p{L}\p{N}])`,
    'gu',
  );
const SEPARATORS = () => unicode(String.raw`[^\p{L}\p{N}@$]`, 'gu');
const LETTER = () => unicode(String.raw`\p{L}`, 'gu');

/** Joins `v i a g r a` and `c.a.s.i.n.o`, but not numbers such as `06 12` and `1.2.3.4`. */
const joinSpaced = (text: string): { readonly text: string; readonly words: number } => {
  if (!SINGLE_LETTERS.test(text)) return { text, words: 0 };
  let words = 0;
  const joined = text.replace(SPACED(), (typed) => {
    const letters = typed.replace(SEPARATORS(), '');
    if (countOf(letters, LETTER()) < 3) return typed;
    words += 1;
    return letters;
  });
  return { text: joined, words };
};

/** Figures and signs that stand for letters, with the letter. */
export const LEET: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'l', '+': 't' },
};
const LEET_WORD = () =>
  unicode(
    String.raw`(?<![\p{L}\p{N}/.@#])(?=[\d@$!|+]{0,39}[a-z])[a-z0-9@$!|+]{3,40}(?![\p{L}\p{N}/.@])`,
    'gu',
  );
/**
 * Ordinary mixtures of letters and digits: numbers with units, ordinals, models, codes, and mentions such as
 * `@jp42`.
 */
const ORDINARY = /^(?:@[a-z0-9]+[!+]*|[a-z]+[!+]*|[\d+]+[a-z]*[!+]*|[a-z]+\d+[!+]*|[a-z]+[+|][a-z]+)$/;

/** Reads `c4s1n0` and `fr33` as words, but not `2nd`, `mp3` and `covid19`. */
const readLeet = (text: string): { readonly text: string; readonly words: number } => {
  if (!LEET_SIGNS.test(text)) return { text, words: 0 };
  let words = 0;
  const spelt = text.replace(LEET_WORD(), (word) => {
    if (ORDINARY.test(word) || /\d{3}/.test(word) || countOf(word, /[a-z]/g) * 5 < word.length * 2)
      return word;
    const plain = word.replace(/!+$/, '').replace(/[013457@$!|8+]/g, (sign) => LEET[sign] ?? sign);
    if (plain !== word) words += 1;
    return plain;
  });
  return { text: spelt, words };
};
