import { present } from '../comment/present.ts';
import type { FieldProblem, RefusalCode } from '../comment/refusal.ts';
import type { Language } from '../comment/site.ts';
import {
  carriedNames,
  commentForm,
  otherNames,
  type Typed,
  type VisibleName,
  visibleNames,
} from './comment-form.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { keptText } from './kept-text.ts';
import { layout } from './layout.ts';
import { type PageOwner, waysOn } from './ways-on.ts';
import { reasonSentence } from './words/reason-sentence.ts';
import { refusalAdvice } from './words/refusal-advice.ts';
import type { FieldName, Words } from './words/table.ts';
import { wordsIn } from './words/words.ts';

/** How much of what was typed into a refused form a page has. */
export type Kept = 'kept' | 'partly' | 'lost';

/** A form post that was refused. */
export type RefusedPost = {
  readonly language: Language;
  readonly code: RefusalCode | 'internal-error';
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which it may succeed. */
  readonly retryAfterS?: number | undefined;
  /** The path that replaces the one that was asked for. */
  readonly successor?: string | undefined;
  readonly requestId?: string;
  /** Where the form was sent, and will be again. */
  readonly action: string;
  /** The fields as they came, under our names or WordPress's; absent when they could not be read or there are none. */
  readonly typed?: ReadonlyMap<string, string> | undefined;
  /** How much of what was typed that is; all of it unless stated. */
  readonly kept?: Kept | undefined;
  /** A text that was typed into another form than a comment's, to copy. */
  readonly keptText?: string | undefined;
  /** A fresh form token in place of the used one. */
  readonly formToken?: string | undefined;
  /** Whether the box to be recognised is ticked where it was not asked. */
  readonly isRemembered?: boolean;
  /** The article's address, checked to be the site's own. */
  readonly articleLink?: string | undefined;
  /** Our own page of the article's comments. */
  readonly comments?: string | undefined;
  /** Whose page it is; absent where no site is known. */
  readonly site?: PageOwner | undefined;
};

/** The fields of a form that come back: ours, and WordPress's names for them. */
export const typedNames: readonly string[] = [
  ...[...visibleNames, ...carriedNames, ...otherNames],
  ...['comment', 'comment_parent', 'comment_post_ID', 'consent_offered'],
];

/** Where sending the same form again cannot succeed. */
export const hopeless: ReadonlySet<string> = new Set([
  'article-closed',
  'method-not-allowed',
  'origin-not-allowed',
  'route-not-found',
  'site-not-found',
] satisfies RefusalCode[]);

/** Refusals of a body that could not be read as it is: the browser may be the only one that has the text. */
export const unread: ReadonlySet<string> = new Set([
  'body-too-large',
  'invalid-body',
  'unsupported-media-type',
] satisfies RefusalCode[]);

/** What happened, what to do, and the form again with everything typed, ready to be sent. */
export const refusalPage = (post: RefusedPost): string => {
  const words = wordsIn(post.language);
  const problems = problemsOf(words, post);
  const wasSent = post.typed !== undefined || unread.has(post.code);
  const advice = refusalAdvice(words, post, wasSent);
  const title = wasSent ? words.refusal.title : words.refusal.nothing;
  return layout({
    language: post.language,
    site: post.site,
    title,
    body: html`<h1>${title}</h1>
<div class="${wasSent ? 'notice refused' : 'notice'}" role="alert">
${icon('alert')}
<p><strong>${words.refusals[post.code].happened}</strong></p>
${advice && html`<p>${advice}</p>`}
${post.successor && html`<p>${words.refusal.replaced} <code>${post.successor}</code></p>`}
${problems.size > 0 && (wasSent ? summary(words, problems) : inAddress(words, problems))}
${wasSent && html`<p>${words.refusal[keptOf(post)]}</p>`}
${post.code === 'internal-error' && post.requestId && html`<p>${words.refusal.reference} ${post.requestId}</p>`}
</div>
${typedPart(post, problems)}
${waysOn({ ...post, link: post.articleLink })}`,
  });
};

const keptOf = ({ typed, kept = 'kept' }: RefusedPost): Kept => (typed ? kept : 'lost');

/** What was typed: in the form again, or another form's text to copy. */
const typedPart = (post: RefusedPost, problems: ReadonlyMap<string, string>): Html | undefined => {
  if (post.typed) return formAgain(post, problems);
  return post.keptText ? keptText(post.keptText, post.language) : undefined;
};

const formAgain = (post: RefusedPost, problems: ReadonlyMap<string, string>): Html =>
  commentForm({
    language: post.language,
    action: post.action,
    typed: typedAgain(post, problems),
    problems,
    readOnly: hopeless.has(post.code),
  });

/** Everything typed, and the hidden fields that were not refused: with a refused one the form could never be sent. */
const typedAgain = (
  { code, typed = new Map(), formToken, isRemembered }: RefusedPost,
  problems: ReadonlyMap<string, string>,
) => {
  const of = (...names: readonly string[]) => names.map((name) => typed.get(name)).find(Boolean);
  const unseen = (name: string, ...aliases: readonly string[]) =>
    problems.has(name) ? undefined : of(name, ...aliases);
  const answers = code === 'parent-not-found' ? undefined : unseen('parent', 'comment_parent');
  return present({
    author: of('author'),
    email: of('email'),
    url: of('url'),
    text: of('text', 'comment'),
    contact_me: of('contact_me'),
    'wp-comment-cookies-consent': of('wp-comment-cookies-consent') ?? (isRemembered ? 'yes' : undefined),
    article: of('article', 'comment_post_ID'),
    parent: answers === '0' ? undefined : answers,
    title: unseen('title'),
    link: unseen('link'),
    redirect_to: of('redirect_to'),
    visitor: unseen('visitor'),
    formToken: formToken ?? unseen('formToken'),
  } satisfies Record<keyof Typed, string | undefined>);
};

/** An answered comment that is gone is what happened, and nothing to correct. */
const problemsOf = (words: Words, { code, fields = [], typed }: RefusedPost): ReadonlyMap<string, string> =>
  new Map(
    (code === 'parent-not-found' ? [] : fields).map((problem) => {
      const { field } = problem;
      const exact = withReason(words, problem, typed?.get(field) ?? typed?.get('comment') ?? '');
      return [field, exact ?? (isKnown(words, field) ? words.fields[field] : words.unknownField(field))];
    }),
  );

/** The exact fault of a field, where it is known. */
const withReason = (
  { reasons }: Words,
  { field, reason }: FieldProblem,
  typed: string,
): string | undefined => {
  if (!reason || (field !== 'text' && field !== 'author')) return undefined;
  return reasonSentence(reasons[field], reason, typed);
};

const isKnown = (words: Words, field: string): field is FieldName => Object.hasOwn(words.fields, field);

/** Links to the visible fields, each of which has its sentence beside it; and sentences about hidden fields, which nobody can correct. */
const summary = (
  words: Words,
  problems: ReadonlyMap<string, string>,
): Html => html`${[...problems.keys()].some(isVisible) && html`<p>${words.refusal.correct}</p>`}
<ul>
${inFormsOrder(problems).map(([field, problem]) => html`<li>${isVisible(field) ? html`<a href="#comment-${field}">${words.form[field]}</a>` : problem}</li>\n`)}
</ul>`;

/** What is wrong with the address of a page that nothing was sent to. */
const inAddress = (words: Words, problems: ReadonlyMap<string, string>): Html => html`<ul>
${[...problems.keys()].map((name) => html`<li>${name === 'article' ? words.fields.article : words.wrongParameter(name)}</li>\n`)}
</ul>`;

/** In the order of the form's fields; hidden fields come last. */
const inFormsOrder = (problems: ReadonlyMap<string, string>) => {
  const place = (field: string) => (isVisible(field) ? visibleNames.indexOf(field) : visibleNames.length);
  return [...problems].sort(([one], [other]) => place(one) - place(other));
};

const isVisible = (field: string): field is VisibleName => visibleNames.some((name) => name === field);
