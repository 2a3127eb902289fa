import type { FieldProblem } from '../../comment/refusal.ts';
import { html } from '../html.ts';
import { icon } from '../icon.ts';
import { keptText } from '../kept-text.ts';
import { layout } from '../layout.ts';
import { hopeless, type RefusedPost, unread } from '../refusal-page.ts';
import { waysOn } from '../ways-on.ts';
import { reasonSentence } from '../words/reason-sentence.ts';
import type { Words } from '../words/table.ts';
import { wordsIn } from '../words/words.ts';
import { carriedNames, reportForm } from './report-form.ts';

/** The fields of the form that come back. */
export const typedNames: readonly string[] = [...carriedNames, 'reason', 'note'];

/** A report that was refused. */
export type RefusedReport = Pick<
  RefusedPost,
  | 'language'
  | 'code'
  | 'fields'
  | 'retryAfterS'
  | 'action'
  | 'typed'
  | 'kept'
  | 'articleLink'
  | 'comments'
  | 'site'
> & {
  /** Characters of a note. */
  readonly noteMax: number;
};

/** Why the report was refused, what to do, and the form again with what was typed; the note alone, to copy, where none can be sent. */
export const refusedReportPage = (report: RefusedReport): string => {
  const { language, site, code, typed, kept, articleLink } = report;
  const words = wordsIn(language);
  const { title } = words.report.refused;
  const note = typed?.get('note');
  const isLost = !typed && unread.has(code);
  return layout({
    language,
    site,
    title,
    body: html`<h1>${title}</h1>
<div class="notice refused" role="alert">
${icon('alert')}
<p><strong>${words.refusals[code].happened}</strong></p>
<p>${adviceOf(words, report)}</p>
${(note || isLost) && html`<p>${words.refusal[isLost ? 'lost' : (kept ?? 'kept')]}</p>\n`}</div>
${canBeSent(report) ? formAgain(report, words) : note && keptText(note, language)}${waysOn({ ...report, link: articleLink })}`,
  });
};

/** There is a form where it says what it is about, and may succeed. */
const canBeSent = ({ code, typed, fields = [] }: RefusedReport): boolean =>
  !hopeless.has(code) &&
  code !== 'comment-not-found' &&
  typed?.has('article') === true &&
  typed.has('comment') &&
  !fields.some(({ field }) => field === 'article' || field === 'comment');

const adviceOf = ({ report, refusals }: Words, refused: RefusedReport): string => {
  const { code, retryAfterS } = refused;
  if (retryAfterS) return report.refused.wait(retryAfterS);
  if (hopeless.has(code) || code === 'comment-not-found') return refusals[code].advice;
  if (!canBeSent(refused)) return report.refused.back;
  return code === 'invalid-fields' ? report.refused.correct : report.refused.again;
};

const formAgain = ({ language, action, typed, noteMax, fields = [] }: RefusedReport, words: Words) => {
  const of = (name: string) => typed?.get(name);
  return reportForm({
    ...{ language, action, noteMax },
    carried: { article: of('article'), comment: of('comment'), page: of('page') },
    typed: { reason: of('reason'), note: of('note') },
    problem: problemOf(words, fields, of('note')),
  });
};

const problemOf = ({ reasons }: Words, fields: readonly FieldProblem[], note = ''): string | undefined => {
  const reason = fields.find(({ field }) => field === 'note')?.reason;
  return reason && reasonSentence(reasons.note, reason, note);
};
