/** Cells of a side of the square in which an identicon is drawn; its right half mirrors the left. */
export const IDENTICON_SIDE = 5;
const COLUMNS = 3;
const BITS = 6;
const CELLS = IDENTICON_SIDE * COLUMNS;
const HUES = 360;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Digits that an identicon is drawn from: 48 bits in base64url. */
export const IDENTICON_DIGITS = 8;

/** What stands beside a name, the same for all comments of one author on a site: a path in a square of five units, and the hue of its colour. */
export type Identicon = { readonly path: string; readonly hue: number };

/** Draws an identicon. Any text will do; one that is too short draws fewer cells. */
export const drawIdenticon = (digits: string): Identicon => {
  const values = [...digits].map((digit) => Math.max(0, ALPHABET.indexOf(digit)));
  const bits = values.flatMap((value) => Array.from({ length: BITS }, (_, at) => (value >> at) & 1));
  const isSet = (x: number, y: number) => bits[y * COLUMNS + Math.min(x, IDENTICON_SIDE - 1 - x)] === 1;
  const hue = bits.slice(CELLS).reduce((sum, bit) => (sum * 2 + bit) % HUES, 0);
  const rows = Array.from({ length: IDENTICON_SIDE }, (_, y) => runsOf((x) => isSet(x, y), y));
  return { path: rows.join('') || `M2 0h1v${IDENTICON_SIDE}h-1z`, hue };
};

/** A row's neighbouring cells as one rectangle. */
const runsOf = (isSet: (x: number) => boolean, y: number): string => {
  let path = '';
  for (let x = 0; x < IDENTICON_SIDE; x += 1) {
    const from = x;
    while (x < IDENTICON_SIDE && isSet(x)) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
  }
  return path;
};
