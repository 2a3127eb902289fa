import { reportReasons } from '../../comment/abuse/report-reason.ts';
import type { Language } from '../../comment/site.ts';
import { type Html, html } from '../html.ts';
import { wordsIn } from '../words/words.ts';

/** The fields of the form that go with a report unseen. */
export const carriedNames = ['article', 'comment', 'page'] as const;

export type ReportForm = {
  readonly language: Language;
  /** Where it is sent. */
  readonly action: string;
  readonly carried: Readonly<Partial<Record<(typeof carriedNames)[number], string | undefined>>>;
  /** Characters of a note. */
  readonly noteMax: number;
  readonly typed?: { readonly reason?: string | undefined; readonly note?: string | undefined };
  /** What is wrong with the note, in the reader's words. */
  readonly problem?: string | undefined;
};

/** The form to report a comment; works without JavaScript. */
export const reportForm = ({ language, action, carried, noteMax, typed, problem }: ReportForm): Html => {
  const words = wordsIn(language).report;
  return html`<form method="post" action="${action}" accept-charset="utf-8" class="comment-form">
${carriedNames.map((name) => carried[name] && html`<input type="hidden" name="${name}" value="${carried[name]}">`)}
<fieldset>
<legend>${words.why}</legend>
${reportReasons.map(
  (reason) => html`<p class="choice">
<input type="radio" id="report-${reason}" name="reason" value="${reason}" required${reason === typed?.reason && html` checked`}>
<label for="report-${reason}">${words.reasons[reason]}</label>
</p>
`,
)}</fieldset>
<p>
<label for="report-note">${words.note} <small>(${wordsIn(language).form.optional})</small></label>
<textarea id="report-note" name="note" rows="3" maxlength="${noteMax}"${problem && html` aria-describedby="report-note-problem" aria-invalid="true"`}>\n${typed?.note ?? ''}</textarea>
${problem && html`<span class="problem" id="report-note-problem">${problem}</span>\n`}</p>
<p><button>${words.send}</button></p>
<p><small>${words.reading}</small></p>
</form>
`;
};
