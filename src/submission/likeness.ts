import type { Draft } from '../comment/comment.ts';
import { LEET } from '../screening/filter/reading/normalise.ts';
import { findLinks } from '../screening/text/links.ts';
import { type MinHash, minHash } from '../screening/text/minhash.ts';
import { withoutQuotations } from '../screening/text/quotations.ts';
import { type Classes, classesFor, isAscii, unicode } from '../screening/text/unicode.ts';
import { undisguise } from '../screening/undisguise.ts';

/** Letters up to which people write the same words by coincidence: thanks, congratulations, season's greetings. */
const SET_PHRASE_MAX = 100;
const LETTER = () => unicode(String.raw`\p{L}`, 'gu');
/** An address, an account, money or a telephone number. */
const CONTACT = /[@€$£₿]|\d(?:[ .-]?\d){5}/;

/** How a draft is compared with others: by its own words, not those it quotes, and without their disguises. */
export const likenessOf = ({ text }: Pick<Draft, 'text'>): MinHash | undefined => {
  const own = withSpeltJoined(withoutQuotations(text));
  return minHash(withFiguresRead(undisguise(own) ?? own));
};

const SPELT = ({ word }: Classes) =>
  unicode(
    String.raw`(?<![${word}])[${word}]([ .\-_*\u00B7\u2022|])[${word}](?![${word}])(?:\1[${word}](?![${word}]))*`,
    'gu',
  );
const SEPARATORS = /[ .\-_*\u00B7\u2022|]/g;

/** A text most of whose words are spelt, `l a  v i l l e`, with those as words. */
const withSpeltJoined = (text: string): string => {
  const joined = text.replace(SPELT(classesFor(text)), (word) => word.replace(SEPARATORS, ''));
  return 2 * (text.length - joined.length) > joined.replace(/\s+/g, '').length ? joined : text;
};

/** A text with so many words of letters and figures has figures for letters, in words that elsewhere would be models or units, too. */
const MIXED_WORDS_MIN = 5;
const MIXED_WORD = ({ letters, word }: Classes) =>
  unicode(String.raw`(?<![${word}])(?:\d+[${letters}]|[${letters}]+\d)[${letters}\d]*`, 'gu');

const withFiguresRead = (text: string): string => {
  if (!/\d/.test(text)) return text;
  const mixed = MIXED_WORD(classesFor(text));
  if ((text.match(mixed)?.length ?? 0) < MIXED_WORDS_MIN) return text;
  return text.replace(mixed, (word) => word.replace(/\d/g, (figure) => LEET[figure] ?? figure));
};

/** Whether a text is short and leads nowhere: people write such by coincidence, and no campaign would. Only its own author repeats it. */
export const isSetPhrase = ({ text, url }: Pick<Draft, 'text' | 'url'>): boolean => {
  const own = withoutQuotations(text);
  const letters = own.match(isAscii(own) ? /[A-Za-z]/g : LETTER())?.length ?? 0;
  return letters <= SET_PHRASE_MAX && url === undefined && !CONTACT.test(own) && findLinks(own).length === 0;
};
