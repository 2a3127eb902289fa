import type { Draft } from '../comment/comment.ts';
import { findLinks } from '../screening/text/links.ts';
import { type MinHash, minHash } from '../screening/text/minhash.ts';
import { withoutQuotations } from '../screening/text/quotations.ts';
import { isAscii, unicode } from '../screening/text/unicode.ts';

/** Letters up to which people write the same words by coincidence: thanks, congratulations, season's greetings. */
const SET_PHRASE_MAX = 100;
/** An address, an account, money or a telephone number. */
const LETTER = () => unicode(String.raw`\p{L}`, 'gu');
const CONTACT = /[@€$£₿]|\d(?:[ .-]?\d){5}/;

/** How a draft is compared with others: by its own words, not those it quotes. */
export const likenessOf = ({ text }: Pick<Draft, 'text'>): MinHash | undefined =>
  minHash(withoutQuotations(text));

/** Whether a text is short and leads nowhere: people write such by coincidence, and no campaign would. Only its own author repeats it. */
export const isSetPhrase = ({ text, url }: Pick<Draft, 'text' | 'url'>): boolean => {
  const own = withoutQuotations(text);
  const letters = own.match(isAscii(own) ? /[A-Za-z]/g : LETTER())?.length ?? 0;
  return letters <= SET_PHRASE_MAX && url === undefined && !CONTACT.test(own) && findLinks(own).length === 0;
};
