import { Refusal } from '../../comment/refusal.ts';
import type { Arrived, Layer } from '../chain.ts';
import { hasBadEscape, type Letters, lettersOf, readParts, unescaped } from '../forms/form-charset.ts';
import { FORM, type HttpEvent, headerOf, MULTIPART, mediaTypeOf } from '../http.ts';
import { checkName, parseJson } from '../strict-json.ts';

/** Bytes of a body. Source: Isso and Remark42 take about as much. */
export const BODY_MAX = 64 * 1024;
const FIELDS_MAX = 100;

/** What was sent: a JSON value, or a form's fields. */
export type WithBody = {
  readonly input:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'form'; readonly fields: ReadonlyMap<string, string> };
};

/**
 * Reads a body strictly: JSON or, where forms are taken, urlencoded or multipart without files; UTF-8, or windows-1252 in a form that does not say
 * what it is in; no compression; every name once.
 * @throws {Refusal} `unsupported-media-type`, `body-too-large`, `invalid-body`
 */
export const readBody =
  (options: BodyOptions = {}): Layer<Arrived, WithBody> =>
  async ({ event }) => ({ input: await inputOf(event, options) });

type BodyOptions = { readonly forms?: boolean; readonly bytesMax?: number };

/** What `readBody` reads, by itself. */
const inputOf = async (
  event: HttpEvent,
  { forms = false, bytesMax = BODY_MAX }: BodyOptions,
): Promise<WithBody['input']> => {
  const type = typeOf(event, forms);
  if (type === 'application/json')
    return { kind: 'json', value: parseJson(utf8Of(bytesOf(event, bytesMax))) };
  const letters = lettersOf(bytesOf(event, ENCODED * bytesMax));
  const fields = type === FORM ? formOf(event, letters) : await multipartOf(event, letters);
  if (sizeOf(fields) > bytesMax) throw tooLarge(bytesMax);
  return { kind: 'form', fields };
};

/** A form writes one byte in up to three, so its size is that of what was typed. */
const ENCODED = 3;
const sizeOf = (fields: ReadonlyMap<string, string>): number =>
  [...fields].reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value) + 2,
    -1,
  );

/** Names and values of a urlencoded form; undefined when it is not in the charset that it declares. */
const pairsOf = (
  letters: Letters,
  isDeclared: boolean,
): readonly (readonly [string, string])[] | undefined => {
  const flat = splitForm(letters).flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')].map(unescaped);
  });
  const read = readParts(flat, isDeclared);
  return read?.flatMap((name, at) => (at % 2 === 0 ? [[name, read[at + 1] ?? ''] as const] : []));
};

const splitForm = (letters: Letters): readonly Letters[] => letters.split('&').filter((pair) => pair !== '');

const typeOf = (event: HttpEvent, forms: boolean): string => {
  const type = mediaTypeOf(event);
  const wanted = ['application/json', ...(forms ? [FORM, MULTIPART] : [])];
  if (type === undefined || !wanted.includes(type))
    throw new Refusal('unsupported-media-type', `The body must be ${wanted.join(' or ')}.`);
  if (charsetsOf(event).some((charset) => !['utf-8', 'utf8'].includes(charset)))
    throw new Refusal('unsupported-media-type', 'The only charset is UTF-8.');
  if (!['', 'identity'].includes(headerOf(event, 'content-encoding')?.trim().toLowerCase() ?? ''))
    throw new Refusal('unsupported-media-type', 'The body must not be compressed.');
  return type;
};

/** What a body says it is in, in lower case. */
const charsetsOf = (event: HttpEvent): readonly string[] =>
  (headerOf(event, 'content-type') ?? '')
    .split(';')
    .slice(1)
    .map((parameter) => parameter.trim().toLowerCase().split('='))
    .filter(([name]) => name?.trim() === 'charset')
    .map(([, value = '']) => value.trim().replaceAll('"', ''));

const bytesOf = ({ body = '', isBase64Encoded }: HttpEvent, bytesMax: number): Buffer => {
  // Four letters of base64 hold three bytes, so a long body need not be decoded to be refused.
  if (body.length > bytesMax * (isBase64Encoded ? 2 : 1)) throw tooLarge(bytesMax);
  const bytes = isBase64Encoded ? base64(body) : utf8(body);
  if (bytes.length > bytesMax) throw tooLarge(bytesMax);
  return bytes;
};

const utf8Of = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('invalid-body', 'The body is not valid UTF-8.', { cause });
  }
};

const tooLarge = (bytesMax: number) => new Refusal('body-too-large', `A body has at most ${bytesMax} bytes.`);

/** Lone surrogates would turn into U+FFFD without a word. */
const utf8 = (body: string): Buffer => {
  if (!body.isWellFormed()) throw new Refusal('invalid-body', 'The body is not valid Unicode.');
  return Buffer.from(body, 'utf8');
};

const base64 = (body: string): Buffer => {
  const bytes = Buffer.from(body, 'base64');
  if (bytes.toString('base64') !== body) throw new Refusal('invalid-body', 'The body is not valid base64.');
  return bytes;
};

const formOf = (event: HttpEvent, letters: Letters): ReadonlyMap<string, string> => {
  checkCount(splitForm(letters));
  const pairs = hasBadEscape(letters) ? undefined : pairsOf(letters, charsetsOf(event).length > 0);
  if (!pairs) throw new Refusal('invalid-body', 'The form is not percent-encoded UTF-8.');
  return fieldsOf(pairs);
};

const multipartOf = async (event: HttpEvent, letters: Letters): Promise<ReadonlyMap<string, string>> => {
  const isDeclared = charsetsOf(event).length > 0 || PART_CHARSET.test(letters);
  const [text] = readParts([letters], isDeclared) ?? [];
  if (text === undefined) throw new Refusal('invalid-body', 'The body is not valid UTF-8.');
  const pairs = await parts(event, text).catch((cause: unknown) => {
    throw new Refusal('invalid-body', 'The body is not valid multipart.', { cause });
  });
  checkCount(pairs);
  return fieldsOf(
    pairs.map(([name, value]) => {
      if (typeof value !== 'string') throw new Refusal('invalid-body', 'A form brings no files here.');
      return [name, value];
    }),
  );
};

/** A part's own charset. */
const PART_CHARSET = /^content-type:[^\r\n]*charset=/im;

/** As scripts send `FormData`, read by the platform's own parser; without the file fields in which nobody chose a file. */
const parts = async (event: HttpEvent, text: string) => {
  const headers = { 'content-type': headerOf(event, 'content-type') ?? '' };
  const form = await new Response(text, { headers }).formData();
  return [...form].filter(([, value]) => typeof value === 'string' || value.size > 0 || value.name !== '');
};

const checkCount = ({ length }: readonly unknown[]): void => {
  if (length > FIELDS_MAX) throw new Refusal('body-too-large', `A form has at most ${FIELDS_MAX} fields.`);
};

const fieldsOf = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  for (const [name, value] of pairs) {
    checkName(name, fields);
    fields.set(name, value);
  }
  return fields;
};
