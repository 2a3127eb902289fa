import { type FieldName, fieldNames, fieldOf, typedIn } from '../form.ts';
import type { Place } from '../place.ts';

/** What was last sent and not taken yet: sent again under the same key, it is one comment. */
export type Attempt = { readonly key: string; readonly body: Readonly<Record<string, string>> };
/** The comment that a draft answers, as it is quoted above. */
export type Answered = { readonly parent: string; readonly title: string; readonly quote: string };
type Draft = {
  readonly fields: Partial<Record<FieldName, string>>;
  readonly attempt?: Attempt | undefined;
  readonly answered?: Answered | undefined;
};

const nameOf = ({ site, article }: Place): string => `draft:${site}:${article}`;
const draftOf = (place: Place) => place.kept.recall<Draft>('sessionStorage', nameOf(place));

/** Keeps what is typed, until this tab closes. */
export const keepDraft = (place: Place, form: HTMLFormElement): void =>
  keepAttempt(place, form, attemptOf(place));

/** Keeps what is typed and what was sent; undefined forgets what was sent, which the service refused for good. */
export const keepAttempt = (place: Place, form: HTMLFormElement, attempt: Attempt | undefined): void => {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, typedIn(form, name)]));
  place.kept.keep('sessionStorage', nameOf(place), {
    fields,
    attempt,
    answered: answeredIn(form),
  } satisfies Draft);
};

/** What a form says that it answers. */
const answeredIn = (form: HTMLFormElement): Answered | undefined => {
  const said = form.querySelector(':scope > .answered');
  const textOf = (part: string) => said?.querySelector(part)?.textContent ?? '';
  return said
    ? { parent: typedIn(form, 'parent'), title: textOf('p'), quote: textOf('blockquote') }
    : undefined;
};

/** What the draft answers, where words of it are kept. */
export const answeredBy = (place: Place): Answered | undefined => {
  const { fields, answered } = draftOf(place) ?? {};
  return fields?.text ? answered : undefined;
};

/** The words of the draft, if any are kept. */
export const draftText = (place: Place): string | undefined => draftOf(place)?.fields.text;

/** Puts a draft back into fields that are still empty. */
export const restoreDraft = (place: Place, form: HTMLFormElement): void => {
  const { fields = {} } = draftOf(place) ?? {};
  for (const name of fieldNames) {
    const field = fieldOf(form, name);
    if (field && field.value === '') field.value = fields[name] ?? '';
  }
};

/** What was sent last from this draft, if its answer never came. */
export const attemptOf = (place: Place): Attempt | undefined => draftOf(place)?.attempt;

/** Forgets a draft once it was taken. */
export const dropDraft = (place: Place): void => place.kept.keep('sessionStorage', nameOf(place), undefined);
