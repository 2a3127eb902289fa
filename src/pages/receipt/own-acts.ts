import { NOTE_MAX } from '../../comment/limits.ts';
import type { Language } from '../../comment/site.ts';
import { SECOND_MS } from '../../comment/time.ts';
import type { Offers } from '../../moderation/author/offers.ts';
import { type Html, html } from '../html.ts';
import { keptText, rowsFor } from '../kept-text.ts';
import { clockFormat } from '../time.ts';
import { duration } from '../words/duration.ts';
import { ownWordsIn } from '../words/own/own-words.ts';
import { wordsIn } from '../words/words.ts';

/** What a receipt's page offers, and what was typed into a form of it that was refused. */
export type OwnActs = {
  /** The path of the receipt's own page. */
  readonly action: string;
  /** The whole address of that page, for its author to keep. */
  readonly address: string;
  readonly offers: Offers;
  readonly now: number;
  /** Of the text that is shown. */
  readonly version: string;
  /** Whether the browser holds the proof of the comment's author, so that all of theirs can be exported and erased. */
  readonly isProven: boolean;
  readonly typed?: { readonly edit?: string | undefined; readonly appeal?: string | undefined };
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
};
type Shown = {
  readonly language: Language;
  readonly timeZone: string;
  readonly status: string;
  readonly text: string;
};

/** What an author may do with a comment at the moment, as forms that need no script. */
export const ownActs = (acts: OwnActs, shown: Shown): Html => html`<section class="acts">
${changes(acts, shown)}${appeal(acts, shown)}${ownData(acts, shown)}${ownAddress(acts, shown)}</section>`;

const changes = (acts: OwnActs, shown: Shown): Html => {
  const { offers, now, typed } = acts;
  const own = ownWordsIn(shown.language);
  const { locale } = wordsIn(shown.language);
  const until = offers.changeableUntil;
  const kept = typed?.edit && !offers.isEditable && keptText(typed.edit, shown.language);
  if (until === undefined) return html`${kept}`;
  // Rounded down, so that the page never promises too much time.
  const leftS = Math.max(1, Math.floor((until - now) / SECOND_MS));
  const left = duration(leftS < 120 ? leftS : leftS - (leftS % 60), locale);
  const clock = clockFormat(shown.language, shown.timeZone);
  return html`<p class="soft">${own.timeLeft(left, clock(until), offers.isEditable)}</p>
${kept}${offers.isEditable && editForm(acts, shown)}${withdrawForm(acts, shown)}`;
};

const editForm = ({ action, version, typed, problem }: OwnActs, { language, text }: Shown): Html => {
  const own = ownWordsIn(language);
  const value = typed?.edit ?? text;
  const wrong = typed?.edit === undefined ? undefined : problem;
  return html`<details${typed?.edit !== undefined && html` open`}>
<summary>${own.edit}</summary>
<form method="post" action="${action}/edit" accept-charset="utf-8" class="comment-form">
<input type="hidden" name="version" value="${version}">
<p>
<label for="own-text">${own.editText}</label>
<textarea id="own-text" name="text" required rows="${rowsFor(value)}"${describedBy('own-text', wrong)}>\n${value}</textarea>
<small id="own-text-hint">${own.editHint}</small>
${problemBeside('own-text', wrong)}</p>
<p><button>${own.save}</button></p>
</form>
</details>
`;
};

/** Attributes of a field with a hint, and with what is wrong with it, if anything is. */
const describedBy = (id: string, problem: string | undefined): Html =>
  problem
    ? html` aria-describedby="${id}-hint ${id}-problem" aria-invalid="true"`
    : html` aria-describedby="${id}-hint"`;

const problemBeside = (id: string, problem: string | undefined): Html =>
  html`${problem && html`<span class="problem" id="${id}-problem">${problem}</span>\n`}`;

const withdrawForm = ({ action }: OwnActs, { language }: Shown): Html => {
  const own = ownWordsIn(language);
  return html`<details>
<summary>${own.withdraw}</summary>
<form method="post" action="${action}/withdraw" class="comment-form">
<p>${own.withdrawHint}</p>
<p><button>${own.doWithdraw}</button></p>
</form>
</details>
`;
};

const appeal = (acts: OwnActs, shown: Shown): Html | undefined => {
  const { offers, typed } = acts;
  if (offers.isAppealable) return appealForm(acts, shown);
  return typed?.appeal ? keptText(typed.appeal, shown.language) : undefined;
};

/** The form stands open for a rejection, and is folded for a comment that only waits. */
const appealForm = ({ action, typed, problem }: OwnActs, { language, status }: Shown): Html => {
  const own = ownWordsIn(language);
  const { form } = wordsIn(language);
  const isRejected = status === 'not-published';
  const wrong = typed?.appeal === undefined ? undefined : problem;
  return html`<details${(isRejected || typed?.appeal !== undefined) && html` open`}>
<summary>${isRejected ? own.appeal : own.stillWaiting}</summary>
<form method="post" action="${action}/appeal" accept-charset="utf-8" class="comment-form">
<p>
<label for="appeal-text">${own.appealText} <small>(${form.optional})</small></label>
<textarea id="appeal-text" name="text" rows="4" maxlength="${NOTE_MAX}"${describedBy('appeal-text', wrong)}>\n${typed?.appeal ?? ''}</textarea>
<small id="appeal-text-hint">${own.appealHint}</small>
${problemBeside('appeal-text', wrong)}</p>
<p><button>${own.doAppeal}</button></p>
</form>
</details>
`;
};

const ownData = ({ action, isProven }: OwnActs, { language }: Shown): Html => {
  const own = ownWordsIn(language);
  const button = (
    act: string,
    label: string,
    isAll = false,
  ) => html`<form method="post" action="${action}/${act}">
${isAll && html`<input type="hidden" name="all" value="yes">\n`}<button class="plain">${label}</button>
</form>
`;
  return html`<details>
<summary>${own.data}</summary>
${button('export', own.exportOne)}${isProven && button('export', own.exportAll, true)}${button('erase', own.eraseOne)}${
  isProven && button('erase', own.eraseAll, true)
}</details>
`;
};

/** Whole, and selected by one key where it has the focus: the page has no script that copies. */
const ownAddress = ({ address }: OwnActs, { language }: Shown): Html => html`<div class="comment-form"><p>
<label for="own-address">${ownWordsIn(language).address}</label>
<input id="own-address" type="text" readonly value="${address}">
</p></div>
`;

/** The state of an appeal, for its author. */
export const appealState = (
  { appeal }: Offers,
  { language, time }: { readonly language: Language; readonly time: (at: number) => Html },
): Html | undefined => {
  if (!appeal) return undefined;
  const own = ownWordsIn(language);
  const said = appeal.answer === undefined ? own.appealWaits : own.answers[appeal.answer];
  return html`<p>${own.appealed} ${time(appeal.at)}. ${said}</p>\n`;
};
