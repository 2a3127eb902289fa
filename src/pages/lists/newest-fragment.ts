import { excerptOf } from '../../comment/excerpt.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import { bindSpaces } from '../bind-spaces.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import { plainText } from '../text/plain-text.ts';
import { timeFormat } from '../time.ts';
import { type PageOwner, waysOn } from '../ways-on.ts';
import { wordsIn } from '../words/words.ts';

/** A site's newest published comments, to be put on any of its pages. */
export type NewestComments = {
  readonly language: Language;
  readonly timeZone: string;
  readonly display: Policy['display'];
  readonly comments: readonly {
    readonly author: string;
    readonly text: string;
    readonly createdAt: number;
    /** The title of its article, or the article's id. */
    readonly article: string;
    /** Where the comment stands. */
    readonly link: string;
  }[];
};

/** Who wrote, on what and how it begins, newest first: accessible markup that the style of comments dresses. @param heading of the list */
export const newestFragment = (
  { language, timeZone, display, comments }: NewestComments,
  heading: 'h1' | 'h2' = 'h2',
): Html => {
  const words = wordsIn(language).comments;
  const time = timeFormat(language, timeZone);
  const items = comments.map(
    ({ author, text, createdAt, article, link }) => html`<li>
<article>
<header><h3><bdi class="author">${author}</bdi></h3> <a href="${link}">${time(createdAt)}</a></header>
<p class="answered"><a href="${link}">${words.onArticle} <bdi>${bindSpaces(article)}</bdi></a></p>
<p dir="auto">${bindSpaces(excerptOf(plainText(text, display)))}</p>
</article>
</li>
`,
  );
  return html`<section class="comments" aria-labelledby="newest-comments" lang="${language}" dir="ltr">
<header><${heading} id="newest-comments">${words.newest}</${heading}></header>
${items.length > 0 ? html`<ol>\n${items}</ol>\n` : html`<p>${words.noneLately}</p>\n`}</section>
`;
};

/** The same as a page by itself. */
export const newestPage = (newest: NewestComments, site: PageOwner, feed: string): string => {
  const { language } = newest;
  const words = wordsIn(language).comments;
  return layout({
    ...{ language, site, feed },
    title: words.newest,
    body: html`${newestFragment(newest, 'h1')}${waysOn({ language, site, link: undefined })}`,
  });
};
