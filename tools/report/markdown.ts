type Cell = string | number;

const row = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;

/** A Markdown table; figures as given. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** A share of 1 in per cent, `-` where there is none. */
export const percent = (share: number, digits = 1): string =>
  Number.isNaN(share) ? '-' : `${(100 * share).toFixed(digits)} %`;
