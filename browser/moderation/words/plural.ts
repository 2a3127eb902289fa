/** `3 publiés`, `1 publié`: French counts zero and one alike. */
export const frenchCount = (count: number, one: string, many: string): string =>
  `${french.format(count)} ${count < 2 ? one : many}`;

export const englishCount = (count: number, one: string, many: string): string =>
  `${english.format(count)} ${count === 1 ? one : many}`;

const french = new Intl.NumberFormat('fr-FR');
const english = new Intl.NumberFormat('en-GB');
