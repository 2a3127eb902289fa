/** `3 publiés`, `1 publié`: French counts zero and one alike. */
export const frenchCount = (count: number, one: string, many = one): string =>
  `${frenchNumber(count)} ${count < 2 ? one : many}`;

export const englishCount = (count: number, one: string, many = one): string =>
  `${englishNumber(count)} ${count === 1 ? one : many}`;

/** `1 019` and `0,5`; `1,019` and `0.5`. */
export const { format: frenchNumber } = new Intl.NumberFormat('fr-FR');
export const { format: englishNumber } = new Intl.NumberFormat('en-GB');

/** A share, 0 to 1: `25 %` and `25%`. */
export const { format: frenchPercent } = new Intl.NumberFormat('fr-FR', { style: 'percent' });
export const { format: englishPercent } = new Intl.NumberFormat('en-GB', { style: 'percent' });
