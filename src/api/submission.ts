import type * as z from 'zod';
import { LINK_MAX } from '../comment/limits.ts';
import { Refusal } from '../comment/refusal.ts';
import { articlesOfForm } from './fields/article-of-form.ts';
import { canonicalId, plainAddress } from './fields/canonical-id.ts';
import { readOrRefuse } from './read-or-refuse.ts';
import { body, HONEYPOT, HONEYPOT_MAX, REMEMBER, REMEMBER_ASKED } from './readers/submit-comment.ts';

/** Made once per cold start: a form's fields are also read one by one. */
const submission = body();
type Submission = z.output<ReturnType<typeof body>>;

/** A parsed form: the submission, and what concerns the browser alone. */
export type FormPost = {
  readonly submission: Submission;
  /** Whether its reader wants to be recognised, by a cookie; absent where the form did not ask. */
  readonly remember?: 'yes' | 'no';
  /** Where the form asks to be sent back to. Not checked yet: only an address in the article's own origin may be followed. */
  readonly redirectTo?: string;
  /** Names of fields that the publisher's page filled in wrongly. The comment goes without them. */
  readonly dropped: readonly string[];
};

/** WordPress's names for our fields. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['comment', 'text'],
  ['comment_parent', 'parent'],
]);
const required: ReadonlySet<string> = new Set(['article', 'author', 'text']);
/** Fields that a reader never sees, so a mistake in them is the publisher's. */
const carried = ['title', 'link', 'formToken', 'visitor', 'proof'] as const;

/**
 * Parses what a reader sent as JSON.
 * @throws {Refusal} `invalid-fields`
 */
export const fromJson = (value: unknown): Submission => read(withoutAbsent(value));

/**
 * Reads the fields of a form, ours or WordPress's; what themes and plugins add beside them is ignored. The article is the field
 * `article`, else the one that the form's action names in its query, else WordPress's number.
 * @throws {Refusal} `invalid-fields`, under our names
 */
export const fromForm = (
  fields: ReadonlyMap<string, string>,
  articlesOfAction: readonly string[] = [],
): FormPost => {
  const article = onlyOne(articlesOfForm(fields, articlesOfAction));
  const sent = withoutAbsent({ ...ourNames(fields), ...(article ? { article } : {}) }) as Sent;
  const dropped = carried.filter((name) => Object.hasOwn(sent, name) && !isRight(name, sent[name]));
  const kept = Object.fromEntries(Object.entries(sent).filter(([name]) => !isOneOf(dropped, name)));
  const redirectTo = fields.get('redirect_to');
  return {
    submission: read(kept),
    ...remembering(fields),
    ...(redirectTo && redirectTo.length <= LINK_MAX ? { redirectTo } : {}),
    dropped,
  };
};

/** A browser sends nothing of a box that is not ticked: a form tells apart that it has one. */
const remembering = (fields: ReadonlyMap<string, string>): Pick<FormPost, 'remember'> => {
  if (fields.get(REMEMBER) === 'yes') return { remember: 'yes' };
  return fields.get(REMEMBER_ASKED) === 'yes' ? { remember: 'no' } : {};
};

/** Removes parameters from the article's address that tell how this reader came there: the address is shown to everybody. */
const read = (sent: unknown): Submission => {
  const { link, ...rest } = readOrRefuse(submission, sent);
  return link === undefined ? rest : { ...rest, link: plainAddress(link) };
};

/** Refuses two different articles rather than guess; two spellings of one are fine. */
const onlyOne = (articles: readonly string[]): string | undefined => {
  if (new Set(articles.map((article) => canonicalId(article) ?? article)).size > 1)
    throw new Refusal('invalid-fields', 'Some fields are missing or wrong.', {
      fields: [{ field: 'article', detail: "The form's action names more than one." }],
    });
  return articles[0];
};

type Sent = Readonly<Record<string, unknown>>;

const isOneOf = (names: readonly string[], name: string) => names.includes(name);

const isRight = (name: (typeof carried)[number], value: unknown): boolean =>
  submission.shape[name].safeParse(value, { jitless: true }).success;

/** An optional field is absent when it is null, empty, spaces, or the `https://` that some forms are filled with. */
const withoutAbsent = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name, one]) => required.has(name) || !isAbsent(one)),
  );
};

const isAbsent = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^(?:https?:\/\/)?$/i.test(value.trim()));

/** All fields but `article`, which may also come from the form's action, and a parent of 0, which is WordPress's for none. */
const ourNames = (fields: ReadonlyMap<string, string>): Sent => {
  const ours = [...fields]
    .filter(([name]) => name !== 'article')
    .map(([name, value]) => [aliases.get(name) ?? name, name === HONEYPOT ? cut(value) : value] as const)
    .filter(
      ([name, value]) => Object.hasOwn(submission.shape, name) && !(name === 'parent' && value === '0'),
    );
  refuseTwice(ours.map(([name]) => name));
  return Object.fromEntries(ours);
};

/** Nobody sees the honeypot: how much a robot put into it is no reason to refuse, and nothing to tell it. */
const cut = (value: string): string => value.slice(0, HONEYPOT_MAX).toWellFormed();

/** `text` and `comment` are one field, and we do not guess which of two texts was meant. */
const refuseTwice = (names: readonly string[]) => {
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0)
    throw new Refusal('invalid-fields', 'Some fields are missing or wrong.', {
      fields: twice.map((field) => ({ field, detail: 'It is given twice, under two names.' })),
    });
};
