import { expect, test } from '@jest/globals';
import { barChart, lineChart } from '../../bench/report/bars.ts';
import { charts } from '../../bench/report/charts.ts';
import { performancePage } from '../../bench/report/page.ts';
import { comparedTable, figure } from '../../bench/report/rows.ts';
import { columns, screenTable } from '../../bench/report/screen-table.ts';
import { targetTable } from '../../bench/report/targets.ts';
import type { Results } from '../../bench/results.ts';

const figures = (cpuMs: number, perSecond: number) => ({
  cpuMs,
  perSecond,
  medianMs: 3,
  p99Ms: 9,
  bytes: 500,
});
const results: Results = {
  machine: {
    date: '2026-05-12',
    cores: 2,
    processor: 'A processor',
    node: 'v24.0.0',
    system: 'Linux 6',
    load: 0,
  },
  isQuick: false,
  decided: 10_000,
  wordpress: '6.1',
  compared: [
    {
      measure: 'submit',
      name: 'submit, 16 at once',
      figures: { palabre: figures(4.5, 300), bare: figures(0.1, 9000), wordpress: figures(25, 60) },
    },
    {
      measure: 'counts',
      name: 'counts of 30 articles',
      figures: { palabre: figures(1, 900), bare: figures(0.1, 9000) },
    },
  ],
  facts: [{ measure: 'memory', name: 'memory, idle', value: 95.4, unit: 'MB (PSS)' }],
  demands: [{ name: 'submit', writeUnits: 5, readUnits: 1.5, roundTrips: 2, floor: '2 W' }],
  growth: [
    { comments: 1000, waiting: 60, submitMs: 4, pageMs: 2, queueMs: 3 },
    { comments: 100_000, waiting: 60, submitMs: 4.4, pageMs: 2.6, queueMs: 3 },
  ],
};

test('figures keep three digits that count', () => {
  expect([1234.5, 99.96, 0.03456, Number.NaN, undefined].map(figure)).toEqual([
    '1235',
    '100',
    '0.0346',
    '-',
    '-',
  ]);
});

test('each request is compared with the bare server and, where it took part, with WordPress', () => {
  const { head, rows } = comparedTable(results.compared);
  expect(rows).toEqual([
    ['submit, 16 at once', '4.5', '45', '300', '3', '9', '25', '60', '5'],
    ['counts of 30 articles', '1', '10', '900', '3', '9', '-', '-', '-'],
  ]);
  expect(head).toHaveLength(9);
});

test('without a peer there are no columns for one', () => {
  const alone = results.compared.map((one) => ({ ...one, figures: { palabre: figures(4.5, 300) } }));
  expect(comparedTable(alone).head).not.toContain('WordPress: CPU ms');
});

test('targets say what was found, what is wanted and whether it is kept', () => {
  expect(targetTable(results).rows).toEqual([
    ['submit, 16 at once: CPU', '4.5', 'ms', 'at most 4', 'no'],
    ['submit, 16 at once: rate of WordPress', '5', 'x', 'at least 4', 'yes'],
    ['memory, idle', '95.4', 'MB', 'at most 100', 'yes'],
    ['growth of a submission', '1.1', 'x', 'at most 1.2', 'yes'],
    ['growth of a page of 50', '1.3', 'x', 'at most 1.2', 'no'],
    ['growth of a queue page', '1', 'x', 'at most 1.2', 'yes'],
  ]);
});

test('columns are as wide as their widest cell, and what was not measured has no table', () => {
  expect(columns({ head: ['name', 'ms'], rows: [['a page', '2.5']] })).toBe(
    ['name     ms', '------  ---', 'a page  2.5'].join('\n'),
  );
  expect(screenTable({ ...results, demands: [], growth: [] })).not.toContain('round trips');
});

test('charts draw every figure they were given, on the sheet', () => {
  const drawn = charts(results);
  expect(Object.keys(drawn)).toEqual(['cpu', 'rate', 'growth']);
  for (const svg of Object.values(drawn)) {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const heights = [...svg.matchAll(/ cy="([^"]+)"| y="([^"]+)" width/g)].map(([, cy, y]) =>
      Number(cy ?? y),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(360);
  }
});

test('a bar is as high as its figure on a scale of powers of ten, and says it', () => {
  const svg = barChart({
    title: 'T',
    unit: 'ms',
    series: ['one', 'two'],
    groups: [{ label: 'g', values: [1, 100] }],
  });
  expect(
    [...svg.matchAll(/<rect [^>]*height="(\d+)" fill="#(1d4ed8|b45309)"/g)].map(([, height]) => height),
  ).toEqual(expect.arrayContaining(['88', '264']));
  expect(svg).toContain('>100</text>');
});

test('a line begins its scale at nothing', () => {
  const svg = lineChart({
    title: 'T',
    unit: 'ms',
    xLabel: 'n',
    labels: ['a', 'b'],
    series: [{ name: 's', values: [5, 10] }],
  });
  expect(svg).toContain('points="184,180 456,48"');
});

test('the page shows each chart that was drawn and how it was made', () => {
  const page = performancePage(results, Object.keys(charts(results)));
  for (const name of ['cpu', 'rate', 'growth']) expect(page).toContain(`(performance/${name}.svg)`);
  expect(page).toContain('npm run bench -- --write --peers');
  expect(page).toContain('WordPress 6.1');
});
