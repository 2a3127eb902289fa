import type { Comment } from '../comment/comment.ts';
import type { Language } from '../comment/site.ts';
import { bindSpaces } from './bind-spaces.ts';
import { type CommentForm, commentForm, type Typed } from './comment-form.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { type Reading, renderText } from './text/render-text.ts';
import { timeFormat } from './time.ts';
import { type PageOwner, waysOn } from './ways-on.ts';
import { wordsIn } from './words/words.ts';

/** Characters of the answered comment that are quoted. */
const QUOTED_MAX = 800;

export type FormPage = {
  readonly language: Language;
  readonly site: PageOwner;
  readonly timeZone: string;
  readonly display: Reading;
  /** The article's title, if a moderator let it stand. */
  readonly title: string | undefined;
  /** The way back to the article, if it is known. */
  readonly link: string | undefined;
  /** Our own page of the article's comments. */
  readonly comments: string;
  /** Where the form is sent. */
  readonly action: string;
  /** Hidden fields, and the box to be recognised. */
  readonly carried: Typed;
  /** The comment it answers. */
  readonly answered?: Pick<Comment, 'author' | 'text' | 'createdAt'> | undefined;
  /** Work for the reader's device, in JSON, for a script to read. */
  readonly challenge?: string | undefined;
  /** Whether the article takes no more comments. */
  readonly closed: boolean;
  /** Whether the moderators read people's first comments before they appear. */
  readonly readsFirst: boolean;
};

/** A page with nothing but a form: to write a comment, or to answer one that is quoted above it. */
export const formPage = (page: FormPage): string => {
  const { language, site, title, answered } = page;
  const words = wordsIn(language);
  const heading = answered ? words.comments.replyTo(answered.author) : words.comments.write;
  return layout({
    language,
    site,
    title: heading,
    body: html`<h1>${answered ? html`<bdi>${heading}</bdi>` : heading}</h1>
${title && html`<p class="soft"><bdi>${bindSpaces(title)}</bdi></p>\n`}${answered && quoted(answered, page)}${
  page.closed ? html`<p>${words.comments.closed}</p>\n` : commentForm(formOf(page))
}
${waysOn(page)}`,
  });
};

const formOf = ({ language, action, carried, readsFirst, challenge }: FormPage): CommentForm => ({
  ...{ language, action, typed: carried, readsFirst },
  ...(challenge === undefined ? {} : { challenge }),
});

type Answered = NonNullable<FormPage['answered']>;

/** How a comment is quoted above a form. */
export type Quoted = Pick<FormPage, 'language' | 'timeZone' | 'display'>;
export const quoted = (
  { author, text, createdAt }: Answered,
  { language, timeZone, display }: Quoted,
): Html => {
  const time = timeFormat(language, timeZone);
  return html`<article class="written">
<header><h2><bdi>${author}</bdi></h2> <span class="soft">${time(createdAt)}</span></header>
<blockquote>${renderText(excerpt(text), display)}</blockquote>
</article>
`;
};

/** The beginning of a text, up to the end of a word. */
const excerpt = (text: string): string => {
  const characters = [...text];
  if (characters.length <= QUOTED_MAX) return text;
  const start = characters.slice(0, QUOTED_MAX).join('');
  return `${start.replace(/\s\S{0,40}$/, '')}\u00A0…`;
};
