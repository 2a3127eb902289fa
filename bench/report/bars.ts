import { COLOURS, draw, line, type Point, placeX, placeY, text } from '../../tools/report/chart-sheet.ts';

/** Bars of one label, in the order of the series; undefined where a series has none. */
export type Group = { readonly label: string; readonly values: readonly (number | undefined)[] };
export type BarChart = {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly string[];
  readonly groups: readonly Group[];
};
export type LineChart = {
  readonly title: string;
  readonly unit: string;
  readonly xLabel: string;
  /** What stands below the points. */
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
};

/** Share of a group's width that its bars fill. */
const FILL = 0.7;
const LEGEND_PX = 110;

/** Groups of bars over a scale of powers of ten, each with its figure: they differ by too much for another. */
export const barChart = ({ title, unit, series, groups }: BarChart): string => {
  const all = groups.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const scale = powersOfTen(all);
  const width = FILL / groups.length / series.length;
  const bars = groups.flatMap(({ values }, group) =>
    values.map((value, nth) => {
      if (value === undefined) return '';
      const left = (group + (1 - FILL) / 2) / groups.length + nth * width;
      const [x, top] = [placeX(left), placeY(scale.place(value))];
      const size = `width="${placeX(left + width) - x - 1}" height="${placeY(0) - top}"`;
      const middle = (x + placeX(left + width)) / 2;
      return `<rect x="${x}" y="${top}" ${size} fill="${COLOURS[nth]}"/>${text(middle, top - 4, short(value))}`;
    }),
  );
  return draw({
    title,
    x: { label: '', ticks: groups.map(({ label }, at) => [(at + 0.5) / groups.length, label] as const) },
    y: { label: unit, ticks: scale.ticks },
    body: [...bars, legend(series)].join('\n'),
  });
};

/** Lines over a scale that begins at 0. */
export const lineChart = ({ title, unit, xLabel, labels, series }: LineChart): string => {
  const most = niceOver(Math.max(...series.flatMap(({ values }) => values)));
  const placeOf = (at: number) => (at + 0.5) / labels.length;
  const lines = series.map(({ values }, nth) => {
    const points = values.map((value, at): Point => [placeOf(at), value / most]);
    const dots = points.map(
      ([x, y]) => `<circle cx="${placeX(x)}" cy="${placeY(y)}" r="3" fill="${COLOURS[nth]}"/>`,
    );
    return [line(points, COLOURS[nth]), ...dots].join('\n');
  });
  return draw({
    title,
    x: { label: xLabel, ticks: labels.map((label, at) => [placeOf(at), label] as const) },
    y: { label: unit, ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => [at, short(at * most)] as const) },
    body: [...lines, legend(series.map(({ name }) => name))].join('\n'),
  });
};

const legend = (names: readonly string[]): string =>
  names
    .map((name, nth) => {
      const x = placeX(1) - (names.length - nth) * LEGEND_PX + LEGEND_PX / 4;
      return `<rect x="${x}" y="30" width="10" height="10" fill="${COLOURS[nth]}"/>${text(x + 14, 39, name, 'start')}`;
    })
    .join('\n');

const powersOfTen = (values: readonly number[]) => {
  // Below the least, so that its bar can be seen.
  const low = Math.ceil(Math.log10(Math.min(...values))) - 1;
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const place = (value: number) => (Math.log10(value) - low) / (high - low);
  const powers = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
  return { place, ticks: powers.map((power) => [place(power), short(power)] as const) };
};

/** The next number over another that begins with 1, 2 or 5. */
const niceOver = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
};

const short = (value: number): string =>
  value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
