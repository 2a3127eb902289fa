import { findLinks } from '../../text/links.ts';
import { unicode } from '../../text/unicode.ts';

/** Signs of a line of code: its ending, calls, arrows, and how statements and shell commands begin. */
const STATEMENT =
  /(?:\S;|[{}])\s*$|\s&&\s|\s--\w|[\w)\]]\(|=>|::|\w\.\w+\(|[!=]==?|^\s*(?:import|using|var|let|const|public|private|protected|def|class|return|function|select|sudo|npm|git|\$|#include)\s/i;
/** What tells a line of a stack trace or a log, or the first line of an exception. */
const TRACE =
  /^\s*at\s+[\w.$<>`]+[([]|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?\]?|(?<![\w.])[\w.]+(?:Exception|Error)\b\s*:/;
/** A line of a stack trace. */
const FRAME = /^\s*at\s/;
/** Characters that are rare in prose. */
const SIGN = '[{}()[\\];=<>_\\\\|&$*+`]';
const SIGNS = new RegExp(SIGN, 'g');
/** Such a character that ends a run of words: any but those within a word. */
const BETWEEN = () => unicode(`(?<!\\p{L})${SIGN}|${SIGN}(?!\\p{L})`, 'u');
/** A statement has at least this share of such characters. */
const SIGNS_SHARE = 0.05;
const LINE_END = /\n|<br ?\/?>/i;
/** HTML tags that format text are not code. */
const TAGS = /<\/?(?:p|b|i|u|em|strong|code|pre|blockquote|div|span|h\d|ul|ol|li)(?:\s[^<>]{0,100})?>/gi;
/** Letters in brackets within a word, as in `étudiant(e)s`. */
const BRACKETED = /(?<=[a-z\u00C0-\u024F])[([][a-z\u00C0-\u024F]{1,3}[)\]](?=[a-z\u00C0-\u024F])/gi;

/**
 * Words without such a character between them that make prose: in a statement, in a statement with a bare address, in a
 * line behind what tells a trace, and in all such lines together, so that prose is not hidden by cutting it up.
 */
const PROSE = { statement: 8, addressed: 5, trace: 5, traces: 12 };
const WORD = () => unicode(String.raw`(?<![^\s'’"«,-])\p{L}{2,}`, 'gu');

/**
 * Removes lines of code and logs from a text and counts them. What an advert needs stays, or it could hide in code: a line
 * with an address, and prose, of which only the date or the exception before it goes.
 */
export const withoutCode = (text: string): { readonly text: string; readonly lines: number } => {
  if (!/[{};=(]|\d:\d\d|:\s/.test(text)) return { text, lines: 0 };
  const lines = text.split(LINE_END).map(lineOf);
  const hidden = lines.filter(({ isCode }) => isCode).reduce((sum, { words }) => sum + words, 0);
  const prose = lines.filter(({ isCode, words }) => !isCode || (words > 0 && hidden >= PROSE.traces));
  return prose.length === lines.length && lines.every(({ isWhole }) => isWhole)
    ? { text, lines: 0 }
    : { text: prose.map(({ rest }) => rest).join('\n'), lines: lines.length - prose.length };
};

type Line = {
  readonly isCode: boolean;
  /** Without what tells a trace. */
  readonly rest: string;
  readonly isWhole: boolean;
  /** Words of prose in a line of a trace. */
  readonly words: number;
};

const lineOf = (line: string): Line => {
  const whole = { isCode: false, rest: line, isWhole: true, words: 0 };
  if (line.length < 4 || /:\/\/|www\.|href|\[url/i.test(line)) return whole;
  if (!TRACE.test(line))
    return { ...whole, isCode: isStatement(line.replace(TAGS, '').replace(BRACKETED, '')) };
  const rest = line.replace(TRACE, ' ').trim();
  const words = proseIn(rest);
  // A call's parameters with their types stand in rows as well.
  const enough = FRAME.test(line) ? PROSE.statement : PROSE.trace;
  return { isCode: words < enough && !hasAddress(rest), rest, isWhole: false, words };
};

const isStatement = (line: string): boolean => {
  if (!STATEMENT.test(line) || (line.match(SIGNS)?.length ?? 0) <= SIGNS_SHARE * line.length) return false;
  const words = proseIn(line);
  // Code is full of what could be an address: `user.id`, `@Override`.
  return words < PROSE.statement && !(words >= PROSE.addressed && hasAddress(line));
};

/** The most words that stand in a row. */
const proseIn = (line: string): number =>
  line.split(BETWEEN()).reduce((most, part) => Math.max(most, part.match(WORD())?.length ?? 0), 0);

const HANDLE = /(?<![\w.])@\w{3}/;
const PHONE = /(?:\+|\b0)\d(?:[ .-]?\d){8}/;

/** Whether a line says where to turn to: a host, an e-mail address, a name of a network, a telephone. */
const hasAddress = (line: string): boolean =>
  HANDLE.test(line) || PHONE.test(line) || findLinks(line).length > 0;
