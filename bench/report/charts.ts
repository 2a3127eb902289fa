import type { Figures } from '../load/measure.ts';
import type { Compared, Results } from '../results.ts';
import { barChart, lineChart } from './bars.ts';

/** Words that fit below a bar, and the requests they stand for. */
const shown: readonly (readonly [label: string, name: string])[] = [
  ['submit, 16', 'submit, 16 at once'],
  ['submit, 1', 'submit, one by one'],
  ['page, JSON', 'page of 50, JSON'],
  ['page, HTML', 'page of 50, HTML'],
  ['100 approvals', 'approve 100 in one call'],
];

/** Charts of a run, by file name; those without figures are left out. */
export const charts = ({ compared, growth }: Results): Readonly<Record<string, string>> => ({
  ...(compared.length === 0
    ? {}
    : {
        cpu: bars(compared, 'CPU for one request, all processes', 'ms', ({ cpuMs }) => cpuMs),
        rate: bars(compared, 'Requests answered in a second', 'a second', ({ perSecond }) => perSecond),
      }),
  ...(growth.length === 0 ? {} : { growth: growthChart(growth) }),
});

const bars = (
  compared: readonly Compared[],
  title: string,
  unit: string,
  of: (figures: Figures) => number,
): string => {
  const withPeer = compared.some(({ figures }) => figures.wordpress);
  const subjects = withPeer ? (['palabre', 'wordpress', 'bare'] as const) : (['palabre', 'bare'] as const);
  const groups = shown.flatMap(([label, name]) => {
    const figures = compared.find((one) => one.name === name)?.figures;
    return figures ? [{ label, values: subjects.map((subject) => mapped(figures[subject], of)) }] : [];
  });
  return barChart({ title, unit, series: subjects.map((name) => names[name]), groups });
};

const names = { palabre: 'Palabre', wordpress: 'WordPress', bare: 'bare server' } as const;

const mapped = <T>(figures: Figures | undefined, of: (figures: Figures) => T): T | undefined =>
  figures && of(figures);

const growthChart = (growth: Results['growth']): string =>
  lineChart({
    title: 'CPU for one request as the store grows',
    unit: 'ms',
    xLabel: 'comments in the store',
    labels: growth.map(({ comments, waiting }) =>
      waiting > comments ? `${comments}, ${waiting} waiting` : String(comments),
    ),
    series: [
      { name: 'submit, 16', values: growth.map(({ submitMs }) => submitMs) },
      { name: 'page of 50', values: growth.map(({ pageMs }) => pageMs) },
      { name: 'queue page', values: growth.map(({ queueMs }) => queueMs) },
    ],
  });
