import type { Reply as FormReply } from '../../src/api/readers/open-form.ts';
import { setHidden, typedIn } from './form.ts';
import { addressOf, askFor, type Place } from './place.ts';

/**
 * A form that a page was made without a token for gets one when somebody begins to write, and learns what work is asked for.
 * @param isBegun whether its words were kept from before: a token would say that they were written since
 */
export const freshToken = async (form: HTMLFormElement, place: Place, isBegun = false): Promise<void> => {
  const hasToken = isBegun || typedIn(form, 'formToken') !== '';
  if (hasToken && form.dataset.challenge !== undefined) return;
  const answer = await askFor<FormReply>(addressOf(place, 'form')).catch(() => undefined);
  if (!answer) return;
  form.dataset.challenge = JSON.stringify(answer.challenge ?? null);
  if (hasToken) return;
  setHidden(form, 'formToken', answer.formToken);
  form.dataset.tokenUntil = answer.expiresAt;
};

/** In place of a token, and of work, that went with a comment: neither counts twice. */
export const renewToken = (form: HTMLFormElement, place: Place): void => {
  setHidden(form, 'formToken', '');
  delete form.dataset.challenge;
  void freshToken(form, place);
};

/** A page may be left open for days: its comment is better sent without a token than with one that counts no more. */
export const dropOldToken = (form: HTMLFormElement): void => {
  if (Date.now() > Date.parse(form.dataset.tokenUntil ?? '')) setHidden(form, 'formToken', '');
};
