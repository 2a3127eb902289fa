import { fromWindows1252 } from '../../api/fields/windows-1252.ts';

/** Bytes of a form as a text of one letter each, U+0000 to U+00FF. */
export type Letters = string;

export const lettersOf = (bytes: Uint8Array): Letters => Buffer.from(bytes).toString('latin1');

/**
 * The text that parts of one form were written in: UTF-8 or, where the form declares no charset and one part is no UTF-8, windows-1252, as old
 * pages send it. All parts of a form are in the same charset.
 * @param isDeclared whether the form says what it is in
 * @returns undefined for a form that declares UTF-8 and is not
 */
export const readParts = (parts: readonly Letters[], isDeclared: boolean): readonly string[] | undefined => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return parts.map((part) => decoder.decode(Buffer.from(part, 'latin1')));
  } catch {
    return isDeclared ? undefined : parts.map(fromWindows1252);
  }
};

/** Letters of one part of a urlencoded form; what is no escape stays as it is. */
export const unescaped = (part: Letters): Letters =>
  part
    .replaceAll('+', ' ')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A percent sign that escapes nothing. */
export const hasBadEscape = (part: Letters): boolean => /%(?![\da-f]{2})/i.test(part);

/** A form that was cut somewhere, without the character that was cut. */
export const withoutCut = (letters: Letters): Letters =>
  letters.replace(
    /(?:(?:%[c-f][\da-f]|[\xC0-\xFF])(?:%[89ab][\da-f]|[\x80-\xBF]){0,3})?(?:%[\da-f]?)?$/i,
    '',
  );
