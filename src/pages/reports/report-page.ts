import type { Comment } from '../../comment/comment.ts';
import { type Quoted, quoted } from '../form-page.ts';
import { html } from '../html.ts';
import { icon } from '../icon.ts';
import { layout } from '../layout.ts';
import { type PageOwner, waysOn } from '../ways-on.ts';
import { wordsIn } from '../words/words.ts';
import { reportForm } from './report-form.ts';

export type ReportPage = Quoted & {
  readonly site: PageOwner;
  /** The way back to the article, if it is known. */
  readonly link: string | undefined;
  /** Our own page of the article's comments. */
  readonly comments: string;
  /** Where the form is sent. */
  readonly action: string;
  readonly article: string;
  readonly comment: Pick<Comment, 'id' | 'author' | 'text' | 'createdAt'>;
  /** Characters of a note. */
  readonly noteMax: number;
};

/** A page with a form to report a comment, which is quoted above it. */
export const reportPage = (page: ReportPage): string => {
  const { language, site, link, comment } = page;
  const words = wordsIn(language).report;
  const carried = { article: page.article, comment: comment.id, page: link };
  return layout({
    language,
    site,
    title: words.title,
    body: html`<h1>${words.title}</h1>
${quoted(comment, page)}
${reportForm({ language, carried, action: page.action, noteMax: page.noteMax })}${waysOn(page)}`,
  });
};

type Reported = Pick<ReportPage, 'language' | 'site' | 'link' | 'comments'>;

/** What is shown after a report, whether it was the reader's first one of the comment or not. */
export const reportedPage = (page: Reported): string => {
  const { language, site } = page;
  const words = wordsIn(language).report;
  return layout({
    language,
    site,
    title: words.done.happened,
    body: html`<h1>${words.title}</h1>
<div class="notice published">
${icon('check')}
<p><strong>${words.done.happened}</strong></p>
<p>${words.done.advice}</p>
</div>
${waysOn(page)}`,
  });
};
