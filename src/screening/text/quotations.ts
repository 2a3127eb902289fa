import { findLinks } from './links.ts';
import { isVisible } from './visible.ts';

/** Characters from which words in quotation marks are somebody else's, and no title or irony. */
const QUOTED_MIN = 20;
const QUOTED = new RegExp(
  ['«»', '“”', '""'].map(([open, close]) => `${open}[^${open}${close}]{${QUOTED_MIN},}${close}`).join('|'),
  'gu',
);
/** The longest text that is not refused, in UTF-16 units. */
const UNITS_MAX = 20_000;
/** `> ` before each line, as in mails. Spaces end with their line, whatever ends it, so that none is looked at twice. */
const QUOTED_LINE = /^[^\S\n\r\u2028\u2029]*>.*$/gm;
/** `Jean a écrit :` and the paragraph below. */
const QUOTED_BELOW =
  /^[^\n]{1,120}(?:a écrit|wrote)[ \u00A0\u202F]?:[^\S\n]*\n(?:[^\n]*\S[^\n]*(?:\n|$))+/gmu;

/**
 * What a comment says itself: who quotes a comment to answer it does not repeat it. The whole text where it is nothing
 * but quotation, or where the quotation has a link, since advertising would only need quotation marks then.
 */
export const withoutQuotations = (sent: string): string => {
  const text = sent.slice(0, UNITS_MAX);
  const own = text.replace(QUOTED_BELOW, ' ').replace(QUOTED_LINE, ' ').replace(QUOTED, ' ');
  return isVisible(own) && findLinks(own).length === findLinks(text).length ? own : text;
};
