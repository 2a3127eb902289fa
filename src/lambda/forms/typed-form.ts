import type { Kept } from '../../pages/refusal-page.ts';
import { FORM, type HttpEvent, headerOf, MULTIPART, mediaTypeOf } from '../http.ts';
import type { WithBody } from '../middleware/read-body.ts';
import { type Letters, lettersOf, readParts, unescaped, withoutCut } from './form-charset.ts';

/** What was typed into a form, as far as it could be read. */
export type TypedForm = {
  readonly fields: ReadonlyMap<string, string>;
  /** Whether nothing of these fields is missing. */
  readonly isWhole: boolean;
};

/** Characters of a refused form that are given back: what an answer can hold, however they are escaped. */
export const KEPT_MAX = 400_000;
/** Letters of one field that are looked at: one character is up to four bytes, each of them up to three letters. */
const VALUE_MAX = 12 * KEPT_MAX;
/** Fields of a form, and letters of one's name or of its part's headers, that are looked at. */
const PIECES_MAX = 20_000;
const HEAD_MAX = 1_000;

/**
 * What can be read of a refused form: the first of each named field, whatever else is wrong with the form and however much stands before them.
 * @returns undefined for what is no form, and when nothing was read of it
 */
export const typedForm = (event: HttpEvent, names: readonly string[]): TypedForm | undefined => {
  const { body = '', isBase64Encoded } = event;
  const type = mediaTypeOf(event) ?? '';
  if (![FORM, MULTIPART].includes(type)) return undefined;
  const letters = lettersOf(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  const found = type === MULTIPART ? partsOf(event, letters) : pairsOf(letters);
  const named = found.pairs.filter(([name]) => names.includes(name));
  const values = named.map(([, value]) =>
    value.length > VALUE_MAX ? withoutCut(value.slice(0, VALUE_MAX)) : value,
  );
  const read = readParts(type === MULTIPART ? values : values.map(unescaped), false) ?? [];
  const typed = firsts(named.map(([name], at) => [name, read[at] ?? '']));
  if (![...typed.fields.values()].some(Boolean)) return undefined;
  const fitted = withinMax(typed.fields);
  return { fields: fitted.fields, isWhole: found.isWhole && typed.isWhole && fitted.isWhole };
};

/** What was typed, also where the form was refused before anybody read it. */
export const typedIn = (
  { event, input }: { readonly event: HttpEvent } & Partial<WithBody>,
  names: readonly string[],
): TypedForm | undefined => {
  if (!input) return typedForm(event, names);
  return input.kind === 'form' ? { fields: input.fields, isWhole: true } : undefined;
};

/** How much of what was typed that is. */
export const keptOf = (form: TypedForm | undefined): Kept => {
  if (!form) return 'lost';
  return form.isWhole ? 'kept' : 'partly';
};

type Found = {
  /** Names, and values as they stand in the form. */
  readonly pairs: readonly (readonly [string, Letters])[];
  readonly isWhole: boolean;
};

const pairsOf = (letters: Letters): Found => {
  const pieces = letters.split('&', PIECES_MAX);
  const pairs = pieces.map((piece) => {
    const [name = ''] = piece.slice(0, HEAD_MAX).split('=', 1);
    return [unescaped(name), piece.slice(name.length + 1)] as const;
  });
  return { pairs, isWhole: pieces.length < PIECES_MAX };
};

/** A form that was cut off, or does not say how its parts are told apart, is read as far as it goes. Files are passed over. */
const partsOf = (event: HttpEvent, letters: Letters): Found => {
  const boundary = boundaryOf(event, letters);
  if (boundary === undefined) return { pairs: [], isWhole: false };
  const [, ...pieces] = `\r\n${letters}`.split(`\r\n--${boundary}`, PIECES_MAX);
  const pairs = pieces.flatMap((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const head = piece.slice(0, Math.max(0, Math.min(end, HEAD_MAX)));
    const [, quoted, bare] = /[;\s]name=(?:"([^"]*)"|([^\s;"]+))/i.exec(head) ?? [];
    const name = quoted ?? bare;
    return name === undefined || /[;\s]filename\*?=/i.test(head)
      ? []
      : [[name, piece.slice(end + 4)] as const];
  });
  return { pairs, isWhole: pieces.length < PIECES_MAX - 1 && (pieces.at(-1)?.startsWith('--') ?? false) };
};

/** By its type, else by the form's first line. */
const boundaryOf = (event: HttpEvent, letters: Letters): string | undefined => {
  const stated = /boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(headerOf(event, 'content-type') ?? '');
  return stated?.[1] ?? stated?.[2] ?? /^--([^\r\n]{1,70})\r\n/.exec(letters)?.[1];
};

/** The first of each name. Another one is missing then, unless it says the same. */
const firsts = (pairs: readonly (readonly [string, string])[]): TypedForm => {
  const fields = new Map(pairs.toReversed());
  return { fields, isWhole: pairs.every(([name, value]) => fields.get(name) === value) };
};

/** The longest field is cut, so that what else was typed stays whole. */
const withinMax = (fields: ReadonlyMap<string, string>): TypedForm => {
  let left = KEPT_MAX;
  let isWhole = true;
  const kept = new Map<string, string>();
  for (const [name, value] of [...fields].toSorted(([, one], [, other]) => one.length - other.length)) {
    const fits = value.length <= left;
    kept.set(name, fits ? value : value.slice(0, left).replace(/[\uD800-\uDBFF]$/, ''));
    isWhole &&= fits;
    left = Math.max(0, left - value.length);
  }
  return { fields: kept, isWhole };
};
