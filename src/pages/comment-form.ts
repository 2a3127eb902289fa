import { AUTHOR_MAX } from '../comment/limits.ts';
import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words/table.ts';
import { wordsIn } from './words/words.ts';

/** The fields that readers see, in their order. The form has hidden fields, too. */
export const visibleNames = ['text', 'author', 'email', 'url'] as const;
export const carriedNames = [
  'article',
  'parent',
  'title',
  'link',
  'redirect_to',
  'visitor',
  'formToken',
] as const;
export const otherNames = ['contact_me', 'wp-comment-cookies-consent'] as const;
export type VisibleName = (typeof visibleNames)[number];

/** The form's fields by their names, as typed. */
export type Typed = Readonly<
  Partial<Record<VisibleName | (typeof carriedNames)[number] | (typeof otherNames)[number], string>>
>;

export type CommentForm = {
  readonly language: Language;
  /** Where it is sent. */
  readonly action: string;
  readonly typed?: Typed;
  /** What is wrong with a field, in the reader's words. */
  readonly problems?: ReadonlyMap<string, string>;
  /** Without its button, because sending it again cannot succeed. */
  readonly readOnly?: boolean;
  /** Says that the moderators read people's first comments before they appear. */
  readonly readsFirst?: boolean;
  /** Work for the reader's device, in JSON, for a script to read. */
  readonly challenge?: string;
};

/** The form for a comment; works without JavaScript. Values it is filled with come back from a browser unchanged. */
export const commentForm = (form: CommentForm): Html => {
  const { form: words } = wordsIn(form.language);
  const { typed = {} } = form;
  return html`<form method="post" action="${form.action}" accept-charset="utf-8" class="comment-form"${form.challenge && html` data-challenge="${form.challenge}"`}>
${carriedNames.map((name) => typed[name] && html`<input type="hidden" name="${name}" value="${typed[name]}">`)}
${row(form, { name: 'text', attributes: html`required rows="${rowsFor(typed.text)}"` })}
<div class="pair">
${row(form, { name: 'author', attributes: html`type="text" autocomplete="name" maxlength="${AUTHOR_MAX}" required` })}
${row(form, { name: 'email', attributes: html`type="email" autocomplete="email"`, hint: words.emailHint })}
</div>
<details${(typed.url || form.problems?.has('url')) && html` open`}>
<summary>${words.more}</summary>
${row(form, { name: 'url', attributes: html`type="text" inputmode="url" autocomplete="url"` })}
</details>
${honeypot(words, typed.contact_me)}
${
  !form.readOnly &&
  html`${consent(words, typed['wp-comment-cookies-consent'] === 'yes')}
<p><button>${words.send}</button></p>${form.readsFirst && html`\n<p><small>${words.reading}</small></p>`}`
}
</form>`;
};

const ROWS_MIN = 9;
const ROWS_MAX = 60;
/** Characters that fit into a line of the form on paper. */
const LINE_LENGTH = 70;

/** Rows that show the whole of a text that was typed before, unless it is very long. */
const rowsFor = (text = ''): number => {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE_LENGTH), 1);
  return Math.min(ROWS_MAX, Math.max(ROWS_MIN, rows));
};

type Row = { readonly name: VisibleName; readonly attributes: Html; readonly hint?: string };

const row = ({ language, typed, problems }: CommentForm, { name, attributes, hint }: Row): Html => {
  const { form: words } = wordsIn(language);
  const id = `comment-${name}`;
  const problem = problems?.get(name);
  const notes = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const all = html`id="${id}" name="${name}" ${attributes}${notes && html` aria-describedby="${notes}"`}${
    problem && html` aria-invalid="true"`
  }`;
  return html`<p>
<label for="${id}">${words[name]}${(name === 'email' || name === 'url') && html` <small>(${words.optional})</small>`}</label>
${control(name, all, typed?.[name] ?? '')}
${hint && html`<small id="${id}-hint">${hint}</small>`}
${problem && html`<span class="problem" id="${id}-problem">${problem}</span>`}
</p>`;
};

/** A browser drops one line break at the start of a text area, so one is given. */
const control = (name: VisibleName, attributes: Html, typed: string): Html =>
  name === 'text'
    ? html`<textarea ${attributes}>\n${typed}</textarea>`
    : html`<input ${attributes} value="${typed}">`;

/** A field that people neither see nor reach. */
const honeypot = (words: Words['form'], typed = ''): Html => html`<p hidden>
<label for="comment-contact">${words.honeypot}</label>
<input id="comment-contact" name="contact_me" value="${typed}" tabindex="-1" autocomplete="off">
</p>`;

/** An unticked box takes the cookie away, so the form tells that it has one. */
const consent = (words: Words['form'], given: boolean): Html => html`<p class="choice">
<input type="hidden" name="consent_offered" value="yes">
<input type="checkbox" id="comment-consent" name="wp-comment-cookies-consent" value="yes"${given && html` checked`}>
<label for="comment-consent">${words.consent}</label>
</p>`;
