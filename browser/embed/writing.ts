import { type Answering, answering } from './answering.ts';
import { countDown } from './countdown.ts';
import { clearProblems, fieldNames, fieldOf, REMEMBER, showProblems, typedIn } from './form.ts';
import { dropOldToken, freshToken, renewToken } from './form-token.ts';
import { type Attempt, attemptOf, dropDraft, keepAttempt, keepDraft, restoreDraft } from './kept/draft.ts';
import type { Own } from './kept/own.ts';
import { fillReader, forgetUnlessTicked, keepReader, visitorToken } from './kept/reader.ts';
import { node, say } from './nodes.ts';
import type { Place } from './place.ts';
import { proving } from './proof.ts';
import { type Outcome, send } from './send.ts';

/** What the form tells its conversation. */
export type Heard = {
  readonly onTaken: (own: Own, how: HowTaken) => void;
  /** @param code as `codeOf` names it */
  readonly onError: (sentence: string, code: string) => void;
};

export type HowTaken = {
  /** Whether it had not come in before. */
  readonly isNew: boolean;
  /** Whether its author is writing the next one already, so that focus stays in the form. */
  readonly isWriting: boolean;
};

/** What Safari says of the key that ends a composition. */
const COMPOSING = 229;

/** Lets a form send its comment from the page. @returns what has it answer a comment */
export const upgradeForm = (form: HTMLFormElement, place: Place, heard: Heard) => {
  const said = node('p', { role: 'status' });
  form.append(said);
  relabel(form, place);
  restoreDraft(place, form);
  fillReader(place, form);
  const reply = answering(form, place);
  const send = sending(form, place, { ...heard, reply, said });
  form.addEventListener('input', () => keepDraft(place, form));
  const isBegun = typedIn(form, 'text') !== '';
  form.addEventListener('focusin', () => void freshToken(form, place, isBegun), { once: true });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === COMPOSING)) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  return reply;
};

/** Sent by the script, the box keeps no cookie. */
const relabel = (form: HTMLFormElement, { words }: Place): void => {
  const box = fieldOf(form, REMEMBER);
  const label = box?.labels?.[0];
  if (!box || !label) return;
  for (const part of [...label.childNodes]) if (!part.contains(box)) part.remove();
  label.append(label.firstChild ? ' ' : '', words.remember);
};

type Sending = Heard & { readonly reply: Answering; readonly said: HTMLElement };

const sending = (form: HTMLFormElement, place: Place, { reply, said, ...heard }: Sending) => {
  const button = form.querySelector('button:not([type=button]), input[type=submit]');
  const prove = proving(form, { said, sentence: place.words.proving, ask: () => freshToken(form, place) });
  let isSending = false;
  return async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    clearProblems(form);
    button?.setAttribute('aria-disabled', 'true');
    say(said, place.words.sending);
    forgetUnlessTicked(place, form);
    dropOldToken(form);
    const attempt = await prove(nextAttempt(form, place));
    keepAttempt(place, form, attempt);
    const outcome = await send(place, attempt);
    isSending = false;
    button?.removeAttribute('aria-disabled');
    if ('taken' in outcome) taken(form, place, { attempt, outcome, said, heard, reply });
    else refused(form, place, { attempt, outcome, said, heard, reply });
  };
};

/** The same words are sent under the same key, with all that went along the first time. */
const nextAttempt = (form: HTMLFormElement, place: Place): Attempt => {
  const body = bodyOf(form, place);
  const last = attemptOf(place);
  const isSame = last && [...fieldNames, 'parent'].every((name) => last.body[name] === body[name]);
  return isSame ? last : { key: newKey(), body };
};

/** 128 random bits; `randomUUID` is for secure pages only. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, '0')).join(
    '',
  );

const carried = ['parent', 'title', 'link', 'formToken', 'contact_me'] as const;

const bodyOf = (form: HTMLFormElement, place: Place): Record<string, string> => {
  const visitor = visitorToken(place);
  const typed = [...fieldNames, ...carried].map((name) => [name, typedIn(form, name)] as const);
  // A theme's form answers no comment with 0.
  const given = typed.filter(([name, value]) => value !== '' && !(name === 'parent' && value === '0'));
  return {
    article: place.article,
    author: '',
    text: '',
    ...Object.fromEntries(given),
    ...(visitor ? { visitor } : {}),
  };
};

type Sent = { readonly attempt: Attempt; readonly reply: Answering };
type Answer<O> = Sent & { readonly outcome: O; readonly said: HTMLElement; readonly heard: Heard };
type Taken = Answer<Extract<Outcome, { taken: unknown }>>;
type Refused = Answer<Exclude<Outcome, { taken: unknown }>>;

const taken = (
  form: HTMLFormElement,
  place: Place,
  { attempt, outcome, said, heard, reply }: Taken,
): void => {
  const { taken: answer } = outcome;
  const { author = '', text = '', parent } = attempt.body;
  const known = 'receipt' in answer ? { html: answer.html, receipt: answer.links.receipt } : {};
  const isWriting = clearSent(form, place, { attempt, reply });
  renewToken(form, place);
  said.textContent = sentenceOf(answer, place);
  const { id, status } = answer;
  const own = { id, article: place.article, status, author, text, at: Date.now() };
  const how = { isNew: !('alreadyReceived' in answer), isWriting };
  heard.onTaken({ ...own, ...(parent ? { parent } : {}), ...known }, how);
  keepReader(place, form, 'visitor' in answer ? answer.visitor : undefined);
};

/** Clears what was sent; what was typed since stays, and whom it answers. @returns whether there is any */
const clearSent = (form: HTMLFormElement, place: Place, { attempt, reply }: Sent): boolean => {
  const { text: sent = '' } = attempt.body;
  const field = fieldOf(form, 'text');
  const typed = field?.value.trimStart() ?? '';
  if (field && typed.startsWith(sent)) {
    const rest = typed.slice(sent.length).trimStart();
    field.setRangeText('', 0, field.value.length - rest.length, 'preserve');
  }
  const isWriting = typedIn(form, 'text') !== '';
  if (isWriting) keepAttempt(place, form, undefined);
  else {
    endReply(form, place, { attempt, reply });
    dropDraft(place);
  }
  return isWriting;
};

/** The form answers nobody any more, unless another comment was chosen since. */
const endReply = (form: HTMLFormElement, place: Place, { attempt, reply }: Sent): void => {
  if (bodyOf(form, place).parent === attempt.body.parent) reply.end();
};

const sentenceOf = (answer: Taken['outcome']['taken'], { words }: Place): string => {
  if ('alreadyReceived' in answer) return words.known;
  return words.states[answer.status];
};

const refused = (
  form: HTMLFormElement,
  place: Place,
  { attempt, outcome, said, heard, reply }: Refused,
): void => {
  const { sentence, code, mayRepeat, waitS } = outcome;
  if (outcome.parentGone) endReply(form, place, { attempt, reply });
  say(said, sentence);
  const lead = outcome.fields && showProblems(form, outcome.fields);
  // Who typed on is not taken from one field to another.
  if (fieldNames.every((name) => typedIn(form, name) === (attempt.body[name] ?? ''))) lead?.();
  if (!mayRepeat) keepAttempt(place, form, undefined);
  // What can be corrected used no token: another would count from now on, as if its reader had only begun to write.
  if (!mayRepeat && !outcome.fields && !outcome.parentGone) renewToken(form, place);
  if (waitS) countDown(said, waitS, { counting: place.words.wait, over: place.words.ready });
  heard.onError(sentence, code);
};
