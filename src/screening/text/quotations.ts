import { findLinks } from './links.ts';
import { isVisible } from './visible.ts';

/** Minimum length of a text in quotation marks that is a quotation, and not a title or irony. */
const QUOTED_MIN = 20;
const QUOTED = new RegExp(
  ['«»', '“”', '""'].map(([open, close]) => `${open}[^${open}${close}]{${QUOTED_MIN},}${close}`).join('|'),
  'gu',
);
/** The longest text that is not refused, in UTF-16 units. */
const UNITS_MAX = 20_000;
/** `> ` before each line, as in e-mails. Leading spaces never cross a line's end, so that no space is scanned twice. */
const QUOTED_LINE = /^[^\S\n\r\u2028\u2029]*>.*$/gm;
/** `Jean a écrit :` and the paragraph below. */
const QUOTED_BELOW =
  /^[^\n]{1,120}(?:a écrit|wrote)[ \u00A0\u202F]?:[^\S\n]*\n(?:[^\n]*\S[^\n]*(?:\n|$))+/gmu;

/**
 * Removes quotations, so that quoting a comment to answer it does not count as repeating it. Returns the whole text when it is
 * all quotation or a quotation has a link: otherwise advertising could hide in quotation marks.
 */
export const withoutQuotations = (sent: string): string => {
  const text = sent.slice(0, UNITS_MAX);
  const own = text.replace(QUOTED_BELOW, ' ').replace(QUOTED_LINE, ' ').replace(QUOTED, ' ');
  return isVisible(own) && findLinks(own).length === findLinks(text).length ? own : text;
};
