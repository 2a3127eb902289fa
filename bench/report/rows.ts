import type { Compared, Demand, Fact, Grown } from '../results.ts';

/** Cells of tables, as text; the screen and the page show the same. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Every kind of request: what it costs, how many a second, and how that compares with the others. */
export const comparedTable = (compared: readonly Compared[]): Table => {
  const withPeer = compared.some(({ figures }) => figures.wordpress);
  return {
    head: [
      ...['request', 'CPU ms', 'x bare server', 'a second', 'median ms', '99 % ms'],
      ...(withPeer ? ['WordPress: CPU ms', 'a second', 'ours, x its rate'] : []),
    ],
    rows: compared.map(({ name, figures: { palabre, bare, wordpress } }) => [
      name,
      figure(palabre?.cpuMs),
      figure(ratio(palabre?.cpuMs, bare?.cpuMs)),
      figure(palabre?.perSecond),
      figure(palabre?.medianMs),
      figure(palabre?.p99Ms),
      ...(withPeer
        ? [
            figure(wordpress?.cpuMs),
            figure(wordpress?.perSecond),
            figure(ratio(palabre?.perSecond, wordpress?.perSecond)),
          ]
        : []),
    ]),
  };
};

export const factTable = (facts: readonly Fact[]): Table => ({
  head: ['measure', 'figure', 'unit'],
  rows: facts.map(({ name, value, unit }) => [name, figure(value), unit]),
});

export const demandTable = (demands: readonly Demand[]): Table => ({
  head: ['operation', 'write units', 'read units', 'round trips', 'floor of any design'],
  rows: demands.map(({ name, writeUnits, readUnits, roundTrips, floor }) => [
    name,
    String(writeUnits),
    String(readUnits),
    String(roundTrips),
    floor,
  ]),
});

/** CPU of each request, and in multiples of the first size's. */
export const growthTable = (growth: readonly Grown[]): Table => {
  const [first] = growth;
  return {
    head: ['comments', 'waiting', 'submit, CPU ms', 'x', 'page of 50', 'x', 'queue page of 50', 'x'],
    rows: growth.map((grown) => [
      String(grown.comments),
      String(grown.waiting),
      ...(['submitMs', 'pageMs', 'queueMs'] as const).flatMap((name) => [
        figure(grown[name]),
        figure(ratio(grown[name], first?.[name])),
      ]),
    ]),
  };
};

/** Three digits that count; `-` where there is nothing. */
export const figure = (value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '-';
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
};

const ratio = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one / other;
