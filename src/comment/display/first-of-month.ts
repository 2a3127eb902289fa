/** A French or English date that begins with its day, with `1er` for the first of a French month, which Intl writes as 1. Months begin small in French alone. */
export const withFirst = (date: string): string => date.replace(/^1(?=\s[a-z])/, '1er');
