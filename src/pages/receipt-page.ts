import type { Comment } from '../comment/comment.ts';
import type { Language } from '../comment/site.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { renderText } from './render-text.ts';
import { timeFormat } from './time.ts';
import { wordsIn } from './words/words.ts';

/** A comment as its author may see it. */
export type Receipt = {
  readonly language: Language;
  /** One taken for spam is `pending`, like one that waits. */
  readonly status: 'published' | 'pending' | 'not-published' | 'withdrawn';
  /** Why it waits, in sentences. */
  readonly because?: readonly string[];
  readonly comment: Pick<Comment, 'author' | 'text' | 'createdAt'>;
  /** The article, as far as it is known; `published` is where the comment stands on it. */
  readonly article: {
    readonly title?: string | undefined;
    readonly link?: string | undefined;
    readonly published?: string | undefined;
  };
  readonly timeZone?: string;
};

/** The page behind an author's receipt: what became of the comment. Its address is a secret. */
export const receiptPage = ({
  language,
  status,
  because = [],
  comment,
  article,
  timeZone,
}: Receipt): string => {
  const words = wordsIn(language).receipt;
  const { happened, advice } = words[status];
  const time = timeFormat(language, timeZone);
  return layout({
    language,
    title: `${happened} – ${words.title}`,
    body: html`<h1>${words.title}</h1>
<div class="notice" role="status">
<p><strong>${happened}</strong></p>
<p>${advice}</p>
${
  because.length > 0 &&
  html`<p>${words.because}</p>
<ul>${because.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
}
</div>
${article.title && html`<p class="soft"><bdi>${article.title}</bdi></p>`}
<article>
<header><bdi class="author">${comment.author}</bdi> <span class="soft">${words.sent} ${time(comment.createdAt)}</span></header>
${renderText(comment.text)}
</article>
${article.published && html`<p><a href="${article.published}">${words.see}</a></p>`}
${article.link && html`<p><a href="${article.link}">${words.toArticle}</a></p>`}`,
  });
};
