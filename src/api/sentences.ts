/** Sentences about wrong fields. They say what is allowed and never repeat what was sent. */
export const REQUIRED = 'It is required.';
export const INVISIBLE = 'It must have characters that can be seen.';

type Unit = 'character' | 'entry';

/** `It must have at most 10,000 characters.` */
export const atMost = (max: number, unit: Unit): string => `It must have at most ${amount(max, unit)}.`;

/** `It must have at least 1 character.` */
export const atLeast = (min: number, unit: Unit): string => `It must have at least ${amount(min, unit)}.`;

/** `1 character`, `2,048 characters`. */
export const amount = (count: number, unit: Unit): string =>
  `${grouped(count)} ${count === 1 ? unit : plurals[unit]}`;

const plurals: Readonly<Record<Unit, string>> = { character: 'characters', entry: 'entries' };

/** `10,000`. `Intl` would do this too, but its first use costs a cold start 16 ms. */
export const grouped = (count: number | bigint): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
