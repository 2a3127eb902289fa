import type { Results } from '../results.ts';
import { comparedTable, demandTable, factTable, growthTable, type Table } from './rows.ts';
import { targetTable } from './targets.ts';

/** All tables of a run, in columns for a terminal. Those without rows are left out. */
export const screenTable = (results: Results): string =>
  [
    comparedTable(results.compared),
    factTable(results.facts),
    demandTable(results.demands),
    growthTable(results.growth),
    targetTable(results),
  ]
    .filter(({ rows }) => rows.length > 0)
    .map((table) => `\n${columns(table)}`)
    .join('\n');

/** The first column reads from the left, figures stand at the right. */
export const columns = ({ head, rows }: Table): string => {
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
};
