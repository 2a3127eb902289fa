import type { Reply as FormReply } from '../../src/api/readers/open-form.ts';
import { type Attempt, attemptOf, dropDraft, keepDraft, restoreDraft } from './draft.ts';
import { clearProblems, fieldNames, fieldOf, REMEMBER, setHidden, showProblems, typedIn } from './form.ts';
import { node } from './nodes.ts';
import type { Own } from './own.ts';
import { addressOf, askFor, type Place } from './place.ts';
import { proving } from './proof.ts';
import { keep, recall, type Shelf } from './remembered.ts';
import { type Outcome, send } from './send.ts';

/** What the form tells its conversation. */
export type Heard = {
  readonly onTaken: (own: Own) => void;
  readonly onError: (sentence: string) => void;
};

/** Lets a form send its comment from the page. @returns what has it answer a comment */
export const upgradeForm = (form: HTMLFormElement, place: Place, heard: Heard) => {
  const said = node('p', { role: 'status' });
  form.append(said);
  relabel(form, place);
  restoreDraft(place, form);
  const reply = answering(form, place);
  const send = sending(form, place, { ...heard, reply, said });
  form.addEventListener('input', () => keepDraft(place, form));
  form.addEventListener('focusin', () => void freshToken(form, place), { once: true });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.isComposing) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  return reply;
};

/** Sent by the script, the box keeps no cookie. */
const relabel = (form: HTMLFormElement, { words }: Place): void => {
  const [label] = fieldOf(form, REMEMBER)?.labels ?? [];
  if (label) label.textContent = words.remember;
};

/** A form that a page was made without a token for gets one when somebody begins to write, and learns what work is asked for. */
const freshToken = async (form: HTMLFormElement, place: Place): Promise<void> => {
  const hasToken = typedIn(form, 'formToken') !== '';
  if (hasToken && form.dataset.challenge !== undefined) return;
  const answer = await askFor<FormReply>(addressOf(place, 'form')).catch(() => undefined);
  if (!answer) return;
  form.dataset.challenge = JSON.stringify(answer.challenge ?? null);
  if (!hasToken) setHidden(form, 'formToken', answer.formToken);
};

type Reply = { readonly to: (id: string, author: string, words: string) => void; readonly end: () => void };

/** Characters of a comment that stand above its answer. */
const QUOTED = 160;

const answering = (form: HTMLFormElement, { words }: Place): Reply => {
  const end = () => {
    form.querySelector(':scope > .answered')?.remove();
    setHidden(form, 'parent', '');
  };
  const to = (id: string, author: string, text: string) => {
    end();
    setHidden(form, 'parent', id);
    const cancel = node('button', { type: 'button', class: 'plain' }, words.cancel);
    cancel.addEventListener('click', () => {
      end();
      fieldOf(form, 'text')?.focus();
    });
    const short = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
    const quoted = node('blockquote', {}, short);
    form.prepend(node('div', { class: 'answered' }, node('p', {}, words.replyTo(author)), quoted, cancel));
    fieldOf(form, 'text')?.focus();
  };
  return { to, end };
};

type Sending = Heard & { readonly reply: Reply; readonly said: HTMLElement };

const sending = (form: HTMLFormElement, place: Place, { reply, said, ...heard }: Sending) => {
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button])');
  const prove = proving(form, { said, sentence: place.words.proving, ask: () => freshToken(form, place) });
  let isSending = false;
  return async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    clearProblems(form);
    button?.setAttribute('aria-disabled', 'true');
    said.textContent = place.words.sending;
    const attempt = await prove(nextAttempt(form, place));
    keepDraft(place, form, attempt);
    const outcome = await send(place, attempt);
    isSending = false;
    button?.removeAttribute('aria-disabled');
    if ('taken' in outcome) taken(form, place, { attempt, outcome, said, heard, reply });
    else refused(form, place, { outcome, said, heard, reply });
  };
};

/** The same words are sent under the same key, with all that went along the first time. */
const nextAttempt = (form: HTMLFormElement, place: Place): Attempt => {
  const body = bodyOf(form, place);
  const last = attemptOf(place);
  const isSame = last && [...fieldNames, 'parent'].every((name) => last.body[name] === body[name]);
  return isSame ? last : { key: crypto.randomUUID(), body };
};

const carried = ['parent', 'title', 'link', 'formToken', 'contact_me'] as const;

const bodyOf = (form: HTMLFormElement, place: Place): Record<string, string> => {
  const visitor =
    recall<string>('localStorage', visitorOf(place)) ?? recall<string>('sessionStorage', visitorOf(place));
  const typed = [...fieldNames, ...carried].map((name) => [name, typedIn(form, name)] as const);
  const given = typed.filter(([, value]) => value !== '');
  return {
    article: place.article,
    author: '',
    text: '',
    ...Object.fromEntries(given),
    ...(visitor ? { visitor } : {}),
  };
};

const visitorOf = ({ site }: Place): string => `visitor:${site}`;

type Taken = {
  attempt: Attempt;
  outcome: Extract<Outcome, { taken: unknown }>;
  said: HTMLElement;
  heard: Heard;
  reply: Reply;
};

const taken = (
  form: HTMLFormElement,
  place: Place,
  { attempt, outcome, said, heard, reply }: Taken,
): void => {
  const { taken: answer } = outcome;
  const { author = '', text = '', parent } = attempt.body;
  if ('visitor' in answer) keep(shelfOf(form), visitorOf(place), answer.visitor);
  const receipt = 'receipt' in answer.links ? { receipt: answer.links.receipt } : {};
  dropDraft(place);
  const field = fieldOf(form, 'text');
  if (field) field.value = '';
  setHidden(form, 'formToken', '');
  void freshToken(form, place);
  reply.end();
  said.textContent = sentenceOf(answer, place);
  heard.onTaken({
    id: answer.id,
    status: answer.status,
    author,
    text,
    ...(parent ? { parent } : {}),
    ...receipt,
  });
};

const sentenceOf = (answer: Taken['outcome']['taken'], { words }: Place): string => {
  if ('alreadyReceived' in answer) return words.known;
  return answer.status === 'published' ? words.published : words.held;
};

/** A visitor is known for as long as this tab is open, or longer where they agreed. */
const shelfOf = (form: HTMLFormElement): Shelf => {
  const box = fieldOf(form, REMEMBER);
  return box instanceof HTMLInputElement && box.checked ? 'localStorage' : 'sessionStorage';
};

type Refused = {
  outcome: Exclude<Outcome, { taken: unknown }>;
  said: HTMLElement;
  heard: Heard;
  reply: Reply;
};

const refused = (form: HTMLFormElement, place: Place, { outcome, said, heard, reply }: Refused): void => {
  if (outcome.parentGone) reply.end();
  if (outcome.fields) showProblems(form, outcome.fields);
  if (!outcome.mayRepeat) setHidden(form, 'formToken', '');
  if (!outcome.mayRepeat) void freshToken(form, place);
  said.textContent = outcome.sentence;
  heard.onError(outcome.sentence);
};
