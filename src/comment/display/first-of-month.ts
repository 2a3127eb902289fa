/** A date that begins with its day, as its language writes it: French gives the first of a month as `1er`, which Intl does not. @param locale of Intl */
export const withFirst = (date: string, locale: string): string =>
  locale.startsWith('fr') ? date.replace(/^1(?=\s)/, '1er') : date;
