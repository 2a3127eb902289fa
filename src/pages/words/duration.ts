import { numberFormat } from './formats.ts';

const units = [
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** A wait in rounded words, never rounded down: `15 seconds`, `3 minutes`, `8 heures`. */
export const duration = (waitS: number, locale: string): string => {
  const { unit, seconds } = units.find((known) => waitS >= 2 * known.seconds) ?? units[2];
  const format = numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.max(1, Math.ceil(waitS / seconds)));
};
