/** Signs of a line of code: its ending, calls, arrows, and how statements and shell commands begin. */
const STATEMENT =
  /(?:\S;|[{}])\s*$|\s&&\s|\s--\w|[\w)\]]\(|=>|::|\w\.\w+\(|[!=]==?|^\s*(?:import|using|var|let|const|public|private|protected|def|class|return|function|select|sudo|npm|git|\$|#include)\s/i;
/** A line of a stack trace or a log, or the first line of an exception. */
const TRACE = /^\s*at\s+[\w.$<>`]+[([]|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b\w+(?:Exception|Error)\b\s*:/;
/** Characters that are rare in prose. */
const SIGNS = /[{}()[\];=<>_\\|&$*+`]/g;
/** A statement has at least this share of such characters. */
const SIGNS_SHARE = 0.05;
const LINE_END = /\n|<br ?\/?>/i;
/** HTML tags that format text are not code. */
const TAGS = /<\/?(?:p|b|i|u|em|strong|code|pre|blockquote|div|span|h\d|ul|ol|li)(?:\s[^<>]{0,100})?>/gi;

/**
 * Removes lines of code and logs from a text and counts them. A line with an address stays, or spam could
 * hide its link in code.
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
