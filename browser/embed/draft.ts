import { type FieldName, fieldNames, fieldOf, typedIn } from './form.ts';
import type { Place } from './place.ts';
import { keep, recall } from './remembered.ts';

/** What was last sent and not taken yet: sent again under the same key, it is one comment. */
export type Attempt = { readonly key: string; readonly body: Readonly<Record<string, string>> };
type Draft = { readonly fields: Partial<Record<FieldName, string>>; readonly attempt?: Attempt };

const nameOf = ({ site, article }: Place): string => `draft:${site}:${article}`;

/** Keeps what is typed, until this tab closes. */
export const keepDraft = (place: Place, form: HTMLFormElement, attempt = attemptOf(place)): void => {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, typedIn(form, name)]));
  keep('sessionStorage', nameOf(place), { fields, attempt } satisfies { fields: object; attempt: unknown });
};

/** Puts a draft back into fields that are still empty. */
export const restoreDraft = (place: Place, form: HTMLFormElement): void => {
  const { fields = {} } = recall<Draft>('sessionStorage', nameOf(place)) ?? {};
  for (const name of fieldNames) {
    const field = fieldOf(form, name);
    if (field && field.value === '') field.value = fields[name] ?? '';
  }
};

/** What was sent last from this draft, if its answer never came. */
export const attemptOf = (place: Place): Attempt | undefined =>
  recall<Draft>('sessionStorage', nameOf(place))?.attempt;

/** Forgets a draft once it was taken. */
export const dropDraft = (place: Place): void => keep('sessionStorage', nameOf(place), undefined);
