import type { Draft } from '../comment/comment.ts';
import { LEET } from '../screening/filter/reading/normalise.ts';
import { findLinks } from '../screening/text/links.ts';
import { type MinHash, minHash } from '../screening/text/minhash.ts';
import { withoutQuotations } from '../screening/text/quotations.ts';
import { isAscii, unicode } from '../screening/text/unicode.ts';
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

const SPELT = () =>
  unicode(
    String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}]([ .\-_*\u00B7\u2022|])[\p{L}\p{N}](?![\p{L}\p{N}])(?:\1[\p{L}\p{N}](?![\p{L}\p{N}]))*`,
    'gu',
  );
const SEPARATORS = /[ .\-_*\u00B7\u2022|]/g;

/** A text most of whose words are spelt, `l a  v i l l e`, with those as words. */
const withSpeltJoined = (text: string): string => {
  const joined = text.replace(SPELT(), (word) => word.replace(SEPARATORS, ''));
  return 2 * (text.length - joined.length) > joined.replace(/\s+/g, '').length ? joined : text;
};

/** A text with so many words of letters and figures has figures for letters, in words that elsewhere would be models or units, too. */
const MIXED_WORDS_MIN = 5;
const MIXED_WORD = () => unicode(String.raw`(?<![\p{L}\p{N}])(?:\d+\p{L}|\p{L}+\d)[\p{L}\d]*`, 'gu');

const withFiguresRead = (text: string): string => {
  const mixed = /\d/.test(text) ? (text.match(MIXED_WORD())?.length ?? 0) : 0;
  if (mixed < MIXED_WORDS_MIN) return text;
  return text.replace(MIXED_WORD(), (word) => word.replace(/\d/g, (figure) => LEET[figure] ?? figure));
};

/** Whether a text is short and leads nowhere: people write such by coincidence, and no campaign would. Only its own author repeats it. */
export const isSetPhrase = ({ text, url }: Pick<Draft, 'text' | 'url'>): boolean => {
  const own = withoutQuotations(text);
  const letters = own.match(isAscii(own) ? /[A-Za-z]/g : LETTER())?.length ?? 0;
  return letters <= SET_PHRASE_MAX && url === undefined && !CONTACT.test(own) && findLinks(own).length === 0;
};
