/** What marks a line of code: how it ends, calls, arrows, what statements and shells begin with. */
const STATEMENT =
  /(?:\S;|[{}])\s*$|\s&&\s|\s--\w|[\w)\]]\(|=>|::|\w\.\w+\(|[!=]==?|^\s*(?:import|using|var|let|const|public|private|protected|def|class|return|function|select|sudo|npm|git|\$|#include)\s/i;
/** A call stack's line, a log's line, and the first line of a failure. */
const TRACE = /^\s*at\s+[\w.$<>`]+[([]|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b\w+(?:Exception|Error)\b\s*:/;
/** Signs that prose does without. */
const SIGNS = /[{}()[\];=<>_\\|&$*+`]/g;
/** Share of such signs from which a statement is one. */
const SIGNS_SHARE = 0.05;
const LINE_END = /\n|<br ?\/?>/i;
/** Markup that a browser would show as text's form is no code. */
const TAGS = /<\/?(?:p|b|i|u|em|strong|code|pre|blockquote|div|span|h\d|ul|ol|li)(?:\s[^<>]{0,100})?>/gi;

/**
 * A text without its lines of code and logs, and how many there were. A line with an address in it stays, since that is what
 * an advertisement would hide.
 */
export const withoutCode = (text: string): { readonly text: string; readonly lines: number } => {
  if (!/[{};=(]|\d:\d\d|:\s/.test(text)) return { text, lines: 0 };
  const lines = text.split(LINE_END);
  const prose = lines.filter((line) => !isCode(line));
  return prose.length === lines.length
    ? { text, lines: 0 }
    : { text: prose.join('\n'), lines: lines.length - prose.length };
};

const isCode = (line: string): boolean => {
  if (line.length < 4 || /:\/\/|www\.|href|\[url/i.test(line)) return false;
  if (TRACE.test(line)) return true;
  const bare = line.replace(TAGS, '');
  return STATEMENT.test(bare) && (bare.match(SIGNS)?.length ?? 0) > SIGNS_SHARE * bare.length;
};
