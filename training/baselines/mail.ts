import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';

/** Placeholders for what a comment does not state; the same for every comment, so that they say nothing. */
const NOBODY = 'reader@example.net';
const UNTITLED = 'Comment';
/** Most characters in a line; RFC 5322 allows 998 bytes. */
const LINE_MAX = 240;
/** Characters that fit into an encoded word of RFC 2047, whatever they are. */
const WORD = /.{1,11}/gsu;

/** Comments as the e-mails that a blog would send about them. */
export const mailsOf = (
  samples: readonly { readonly input: FilterInput }[],
  now = new Date(),
): readonly string[] => samples.map(({ input }, nth) => mailOf(input, nth, now));

/** Name and address become the sender, the article's title the subject; the author's page follows the text. */
export const mailOf = ({ text, author, email, url, title }: FilterInput, nth: number, now: Date): string =>
  [
    `From: ${encoded(author ?? '')} <${email?.replace(/[^\w.@+-]/g, '') || NOBODY}>`,
    'To: <comments@example.org>',
    `Subject: ${encoded(title || UNTITLED)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${nth}.${now.getTime()}@example.net>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    folded(url ? `${text}\n\n${url}` : text),
    '',
  ].join('\n');

/** Joins messages into an mbox file and escapes lines that would start a new message. */
export const mboxOf = (mails: readonly string[], now = new Date()): string =>
  mails.map((mail) => `From comments ${ctime(now)}\n${mail.replace(/^>*From /gm, '>$&')}\n`).join('');

/** The date format of mbox files: Mon Nov 23 03:17:12 2026. */
const ctime = (now: Date): string =>
  now.toUTCString().replace(/(...), (..) (...) (....) (.*) GMT/, '$1 $3 $2 $5 $4');

const encoded = (typed: string): string => {
  const value = typed.toWellFormed().replace(/\s+/g, ' ').trim();
  if (/^[\w -]*$/.test(value)) return value;
  if (/^[ -~]*$/.test(value)) return `"${value.replace(/["\\]/g, '\\$&')}"`;
  const words = value.match(WORD) ?? [];
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ');
};

/** Normalises line ends, drops control characters, and breaks lines that are too long for e-mail. */
const folded = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
    .replace(new RegExp(`[^\\n]{${LINE_MAX}}(?=[^\\n])`, 'gu'), '$&\n');
