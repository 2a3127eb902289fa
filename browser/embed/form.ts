import { AUTHOR_MAX } from '../../src/comment/limits.ts';
import { newId, node } from './nodes.ts';
import { pageFacts } from './page-facts.ts';
import type { Place } from './place.ts';

export type FieldName = 'text' | 'author' | 'email' | 'url';
export const fieldNames = ['text', 'author', 'email', 'url'] as const satisfies readonly FieldName[];
type Field = HTMLInputElement | HTMLTextAreaElement;

/** What the fields are called in the forms of WordPress's themes. */
const inThemes: Readonly<Record<string, string>> = { text: 'comment', parent: 'comment_parent' };

/** A field of a form by its name, if the form has it. */
export const fieldOf = (form: HTMLFormElement, name: string): Field | undefined => {
  const field = form.elements.namedItem(name) ?? form.elements.namedItem(inThemes[name] ?? name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined;
};

/** What stands in a field, without spaces around it; empty for a field the form lacks. */
export const typedIn = (form: HTMLFormElement, name: string): string =>
  fieldOf(form, name)?.value.trim() ?? '';

/** Fills a field that readers do not see, and makes it where there is none. */
export const setHidden = (form: HTMLFormElement, name: string, value: string): void => {
  const field = fieldOf(form, name) ?? form.appendChild(node('input', { type: 'hidden', name }));
  field.value = value;
};

/** A form for pages that bring none. */
export const makeForm = (place: Place): HTMLFormElement => {
  const { words } = place;
  const row = (name: FieldName, field: Field, label: string, note?: string) => {
    field.id = newId();
    field.name = name;
    const small = note && node('small', {}, ` (${note})`);
    return node('p', {}, node('label', { for: field.id }, label, small), field);
  };
  const text = node('textarea', { required: '', rows: '9', dir: 'auto' });
  const author = node('input', {
    type: 'text',
    autocomplete: 'name',
    maxlength: `${AUTHOR_MAX}`,
    required: '',
    dir: 'auto',
  });
  const email = node('input', { type: 'email', autocomplete: 'email' });
  const pair = node('div', { class: 'pair' }, row('author', author, words.author));
  pair.append(row('email', email, words.email, words.optional));
  const facts = Object.entries(pageFacts(place.article));
  return node(
    'form',
    { class: 'comment-form', method: 'post', lang: place.language, dir: 'ltr' },
    ...facts.map(([name, value]) => node('input', { type: 'hidden', name, value })),
    row('text', text, words.text),
    pair,
    rememberRow(words.remember, newId()),
    node('p', {}, node('button', {}, words.send)),
  );
};

/** The name of the box by which readers agree to be recognised. */
export const REMEMBER = 'wp-comment-cookies-consent';

const rememberRow = (label: string, id: string): HTMLElement =>
  node(
    'p',
    { class: 'choice' },
    node('input', { type: 'checkbox', id, name: REMEMBER, value: 'yes' }),
    node('label', { for: id }, label),
  );

/** Says what is wrong beside each field. @returns leads to the first of them */
export const showProblems = (form: HTMLFormElement, problems: ReadonlyMap<string, string>): (() => void) => {
  clearProblems(form);
  const wrong = fieldNames.map((name) => problemAt(form, name, problems.get(name))).filter(Boolean);
  return () => wrong[0]?.focus();
};

const problemAt = (form: HTMLFormElement, name: FieldName, sentence?: string): Field | undefined => {
  const field = fieldOf(form, name);
  if (!field || !sentence) return undefined;
  const id = `${field.id || newId()}-problem`;
  field.after(node('span', { class: 'problem', id }, sentence));
  describeBy(field, id);
  field.setAttribute('aria-invalid', 'true');
  const details = field.closest('details');
  if (details) details.open = true;
  return field;
};

/** Ties a field to what is said of it elsewhere, by its id, so that screen readers say it with the field's name; or unties it. */
export const describeBy = (field: Element, id: string, isSaid = true): void => {
  const others = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((other) => other && other !== id);
  const all = isSaid ? [...others, id] : others;
  if (all.length > 0) field.setAttribute('aria-describedby', all.join(' '));
  else field.removeAttribute('aria-describedby');
};

/** Takes away what was said beside fields. */
export const clearProblems = (form: HTMLFormElement): void => {
  for (const said of form.querySelectorAll('.problem')) {
    const field = form.querySelector(`[aria-describedby~="${CSS.escape(said.id)}"]`);
    if (field) describeBy(field, said.id, false);
    field?.removeAttribute('aria-invalid');
    said.remove();
  }
};
