import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words/table.ts';
import { wordsIn } from './words/words.ts';

/** What readers see of the form; besides, it carries things along for them. */
export const visibleNames = ['author', 'email', 'url', 'text'] as const;
const carried = ['article', 'parent', 'title', 'link', 'redirect_to', 'visitor', 'formToken'] as const;
const others = ['contact_me', 'wp-comment-cookies-consent'] as const;
export type VisibleName = (typeof visibleNames)[number];

/** The form's fields by their names, as typed. */
export type Typed = Readonly<
  Partial<Record<VisibleName | (typeof carried)[number] | (typeof others)[number], string>>
>;

export type CommentForm = {
  readonly language: Language;
  /** Where it is sent. */
  readonly action: string;
  readonly typed?: Typed;
  /** What is wrong with a field, in the reader's words. */
  readonly problems?: ReadonlyMap<string, string>;
  /** Without its button, when sending cannot help. */
  readonly readOnly?: boolean;
};

/** The form for a comment; works without JavaScript. What it is given comes back from a browser as it was typed. */
export const commentForm = (form: CommentForm): Html => {
  const { form: words } = wordsIn(form.language);
  const { typed = {} } = form;
  return html`<form method="post" action="${form.action}" accept-charset="utf-8">
${carried.map((name) => typed[name] && html`<input type="hidden" name="${name}" value="${typed[name]}">`)}
${row(form, { name: 'text', attributes: html`required rows="9"` })}
${row(form, { name: 'author', attributes: html`type="text" autocomplete="name" maxlength="245" required` })}
${row(form, { name: 'email', attributes: html`type="email" autocomplete="email"`, hint: words.emailHint })}
${row(form, { name: 'url', attributes: html`type="text" inputmode="url" autocomplete="url"` })}
${honeypot(words, typed.contact_me)}
${
  !form.readOnly &&
  html`${consent(words, typed['wp-comment-cookies-consent'] === 'yes')}
<p><button>${words.send}</button></p>`
}
</form>`;
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
<label for="${id}">${words[name]}${(name === 'email' || name === 'url') && html` <span class="soft">(${words.optional})</span>`}</label>
${control(name, all, typed?.[name] ?? '')}
${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}
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

const consent = (words: Words['form'], given: boolean): Html => html`<p class="choice">
<input type="checkbox" id="comment-consent" name="wp-comment-cookies-consent" value="yes"${given && html` checked`}>
<label for="comment-consent">${words.consent}</label>
</p>`;
