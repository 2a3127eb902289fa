/** Caches a format for each locale and set of options: making one takes about 0.3 ms. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(numbers, locale, options, () => new Intl.NumberFormat(locale, options));

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Most formats that are cached: locales are ours, but time zones are the sites'. */
const FORMATS_MAX = 100;

const kept = <T>(all: Map<string, T>, locale: string, options: object, make: () => T): T => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = all.get(key);
  if (known) return known;
  if (all.size >= FORMATS_MAX) all.clear();
  const made = make();
  all.set(key, made);
  return made;
};
