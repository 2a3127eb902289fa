import * as z from 'zod';
import { Refusal } from '../comment/refusal.ts';
import { articleId } from './article-id.ts';
import { articleOfForm } from './article-of-form.ts';
import { address, commentId, email, line, opaque, prose, visibleLine } from './fields.ts';
import { readOrRefuse } from './read-or-refuse.ts';

/** The name of the field that people do not see and robots fill in. */
export const HONEYPOT = 'contact_me';

/** What a reader sends. Lengths of author, email and url: WordPress. */
export const submission = z.strictObject({
  article: articleId,
  author: visibleLine(245),
  email: email.exactOptional(),
  url: address(200).exactOptional(),
  text: prose(10_000),
  parent: commentId.exactOptional(),
  title: line(300).exactOptional(),
  link: address(2_048).exactOptional(),
  formToken: opaque(600).exactOptional(),
  visitor: opaque(600).exactOptional(),
  proof: opaque(4_000).exactOptional(),
  [HONEYPOT]: opaque(1_000).exactOptional(),
});
type Submission = z.output<typeof submission>;

/** A form post, read: what was submitted, and what concerns the browser alone. */
export type FormPost = {
  readonly submission: Submission;
  /** Whether name, e-mail and address may be remembered in a cookie. */
  readonly consent: boolean;
  /** Where the form asks to be sent back to. Unchecked: only good within the article's own origin. */
  readonly redirectTo?: string;
};

/** WordPress's names of our fields. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['comment', 'text'],
  ['comment_parent', 'parent'],
]);
const forBrowser: ReadonlySet<string> = new Set([
  'comment_post_ID',
  'redirect_to',
  'submit',
  'wp-comment-cookies-consent',
]);
const required: ReadonlySet<string> = new Set(['author', 'text']);
const REDIRECT_MAX = 2_048;

/**
 * Reads the fields of a form, ours or WordPress's. Optional fields left empty are absent, and so is parent 0. The article is the field
 * `article`, else the one that the form's action names in its query, else WordPress's number.
 * @throws {Refusal} `invalid-fields`, under our names
 */
export const fromForm = (fields: ReadonlyMap<string, string>, articleOfAction?: string): FormPost => {
  const redirectTo = fields.get('redirect_to');
  const article = articleOfForm(fields, articleOfAction);
  return {
    submission: readOrRefuse(submission, { ...ourNames(fields), ...(article ? { article } : {}) }),
    consent: fields.get('wp-comment-cookies-consent') === 'yes',
    ...(redirectTo && redirectTo.length <= REDIRECT_MAX ? { redirectTo } : {}),
  };
};

const ourNames = (fields: ReadonlyMap<string, string>): Readonly<Record<string, string>> => {
  const ours = [...fields]
    .filter(([name, value]) => !forBrowser.has(name) && !isAbsent(name, value))
    .map(([name, value]) => [ourName(name), value] as const);
  refuseTwice(ours.map(([name]) => name));
  return Object.fromEntries(ours);
};

const ourName = (name: string): string => aliases.get(name) ?? name;

const isAbsent = (name: string, value: string): boolean =>
  (name === 'comment_parent' && value === '0') || (value === '' && !required.has(ourName(name)));

/** `text` and `comment` are one field: which of two texts was meant is not ours to guess. */
const refuseTwice = (names: readonly string[]) => {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0)
    throw new Refusal('invalid-fields', 'Some fields are missing or wrong.', {
      fields: twice.map((field) => ({ field, detail: 'It is given twice, under two names.' })),
    });
};
