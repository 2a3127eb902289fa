import * as z from 'zod';
import { COMMENT_ID, isCommentId } from '../../comment/comment-id.ts';
import { EUROPEAN_MARKS_MAX, hasNoise, MARKS_MAX } from '../../screening/text/marks.ts';
import { isVisible } from '../../screening/text/visible.ts';
import { amount, atMost, INVISIBLE, REQUIRED } from '../sentences.ts';
import { addressPattern, webAddress } from './web-address.ts';
import { fromWindows1252 } from './windows-1252.ts';

/** Characters are counted as Unicode code points, in messages and in the API document alike. */
const isAtMost = (text: string, max: number): boolean =>
  text.length <= max || (text.length <= 2 * max && [...text].length <= max);

const isWhole = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Spaces and invisible characters as HTML editors write them: all that they leave of an empty text. */
const BLANKS =
  /&(?:nbsp|e[nm]sp|thinsp|shy|zwn?j|lrm|rlm|#0*(?:32|160|173|820[3-7]|8288|65279)|#x0*(?:20|a0|ad|200[b-f]|2060|feff));/gi;
const showsSomething = (text: string): boolean => isVisible(text.replace(BLANKS, ''));

/** With the `FieldReason` from which pages make their sentence. */
const noise = {
  error: `It must have at most ${EUROPEAN_MARKS_MAX} accents or other marks on a Latin, Greek or Cyrillic letter, and ${MARKS_MAX} on any other.`,
  params: { reason: { kind: 'marks' } },
};
const invisible = { error: INVISIBLE, params: { reason: { kind: 'invisible' } } };
const tooLong = (limit: number) => ({
  ...{ error: atMost(limit, 'character'), abort: true },
  params: { reason: { kind: 'too-long', limit } },
});

/** One line of text, trimmed: no control characters, no line breaks, 0 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .overwrite(fromWindows1252)
    .trim()
    .refine((text) => isAtMost(text, max), tooLong(max))
    .refine((text) => text.isWellFormed() && !/[\x00-\x1F\x7F-\x9F\u2028\u2029]/.test(text), {
      error: 'It must be one line of Unicode text without control characters.',
    })
    .meta({ maxLength: max });

/** One visible line: 1 to `max` characters, not only spaces and invisible ones. */
export const visibleLine = (max: number) =>
  line(max)
    .regex(/\S/, { error: REQUIRED, abort: true })
    .refine(showsSomething, invisible)
    .refine((text) => !hasNoise(text), noise);

/**
 * Text as typed, 1 to `max` characters (so at most 4 times as many bytes). Line breaks become `\n`; controls that
 * windows-1252 prints become what it prints; others, which nobody sees or can take out again, are dropped. All else stays
 * byte for byte.
 */
export const prose = (max: number) =>
  z
    .string()
    .refine(isWhole, { error: 'It must be Unicode text without null characters.', abort: true })
    .overwrite(plain)
    .refine((text) => isAtMost(text, max), tooLong(max))
    .regex(/\S/, { error: REQUIRED, abort: true })
    .refine(showsSomething, invisible)
    .refine((text) => !hasNoise(text), noise)
    .meta({ minLength: 1, maxLength: max });

const plain = (text: string): string =>
  fromWindows1252(text)
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/[\x00-\x08\x0B-\x1F\x7F-\x9F]/g, '');

/** Up to `max` characters that are not interpreted: a token, a proof, a honeypot. */
export const opaque = (max: number) =>
  z
    .string()
    .refine((text) => isAtMost(text, max), { error: atMost(max, 'character'), abort: true })
    .refine(isWhole, { error: 'It must be Unicode text without null characters.' })
    .meta({ maxLength: max });

/** A web address as `webAddress` makes it, at most `max` characters as typed and as stored. */
export const address = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: atMost(max, 'character'), abort: true })
    .transform((typed, context) => {
      const href = webAddress(typed);
      if (href !== undefined && href.length <= max) return href;
      const message = `It must be a web address (https://...) of at most ${amount(max, 'character')}.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta({
      override: {
        type: 'string',
        pattern: addressPattern,
        maxLength: max,
        description:
          'http or https; without a scheme it is taken for https. Its length also counts as it is stored: host in punycode, path percent-encoded.',
      },
    });

/** Local parts and hosts of ASCII, which is what mail still travels by; no quotes, comments, lists or wildcards. */
export const email = z
  .string()
  .trim()
  .max(100, { error: atMost(100, 'character'), abort: true })
  .regex(/^[\w'+-]+(?:\.[\w'+-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}$/, {
    error: 'It must be an email address.',
  });

/** A comment's id: a ULID in upper case. */
export const commentId = z
  .string()
  .refine(isCommentId, { error: "It must be a comment's id: 26 characters." })
  .meta({ pattern: COMMENT_ID.source, examples: ['01KJVN6A2HWZ3K0V5YB6Q8R9TD'] });
