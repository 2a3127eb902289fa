import type { Reply } from '../http.ts';

type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet takes for a formula, in full width as well. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const QUOTED = /[",\r\n]/;

/** A table as RFC 4180 has it. A text that a spreadsheet would take for a formula begins with an apostrophe. */
export const csv = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  headers = {},
): Reply => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body: [head, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''),
});

const cellOf = (cell: Cell): string => {
  if (typeof cell !== 'string') return String(cell ?? '');
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
