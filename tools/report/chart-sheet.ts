/** What a chart is drawn on, in pixels. */
export const [WIDTH, HEIGHT, MARGIN] = [640, 360, 48];
/** One for each series, all readable on white. */
export const COLOURS = ['#1d4ed8', '#b45309', '#6b7280'] as const;

/** A place on the sheet: 0 to 1 from left to right, and from bottom to top. */
export type Point = readonly [x: number, y: number];
export type Axis = {
  readonly label: string;
  readonly ticks: readonly (readonly [at: number, text: string])[];
};
export type Chart = { readonly title: string; readonly x: Axis; readonly y: Axis; readonly body: string };

/** A chart with its axes and grid, as SVG. */
export const draw = ({
  title,
  x,
  y,
  body,
}: Chart): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${y.ticks.map(([at, tick]) => `<path d="M${placeX(0)} ${placeY(at)}H${placeX(1)}" stroke="#ddd"/>${text(placeX(0) - 6, placeY(at) + 4, tick, 'end')}`).join('\n')}
${x.ticks.map(([at, tick]) => text(placeX(at), placeY(0) + 16, tick)).join('\n')}
${body}
${text(WIDTH / 2, 20, title, 'middle', '#000')}
${text(WIDTH / 2, HEIGHT - 8, x.label)}
${text(8, MARGIN - 10, y.label, 'start')}
</svg>
`;

/** Pixels of places of 0 to 1. */
export const placeX = (x: number): number => Math.round(MARGIN + x * (WIDTH - 2 * MARGIN));
export const placeY = (y: number): number => Math.round(HEIGHT - MARGIN - y * (HEIGHT - 2 * MARGIN));

/** Words at a pixel; `anchor` as in SVG. */
export const text = (x: number, y: number, words: string, anchor = 'middle', fill = '#333'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;

/** A line through points. */
export const line = (points: readonly Point[], colour: string = COLOURS[0]): string =>
  `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([x, y]) => `${placeX(x)},${placeY(y)}`).join(' ')}"/>`;
