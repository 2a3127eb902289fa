import type { Comment } from '../comment/comment.ts';
import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { LINK_REL, renderText } from './render-text.ts';
import { timeFormat } from './time.ts';
import type { Words } from './words/table.ts';
import { wordsIn } from './words/words.ts';

type Shown = Pick<
  Comment,
  'id' | 'parent' | 'root' | 'author' | 'url' | 'text' | 'createdAt' | 'edited' | 'isStaff'
> & { readonly isRemoved?: true };

/** Where the links of a page of comments lead. */
export type FragmentLinks = {
  /** The next page, if there is one. */
  readonly next?: string | undefined;
  /** The first page, if this is another. */
  readonly start?: string | undefined;
  /** A form; absent where the article takes comments no more. */
  readonly write?: string | undefined;
  /** A form to answer a comment; absent likewise. */
  readonly replyTo?: ((id: string) => string) | undefined;
  /** A form to report a comment. */
  readonly report?: ((id: string) => string) | undefined;
};

/** A page of comments to be put on an article's page. */
export type Fragment = {
  readonly language: Language;
  readonly timeZone: string;
  readonly comments: readonly Shown[];
  /** Of all pages. */
  readonly count: number;
  readonly links: FragmentLinks;
  /** Whether the article takes comments no more. */
  readonly closed?: boolean;
  /** Whether a comment was asked for that is not there. */
  readonly isGone?: boolean;
};

type Shared = {
  readonly words: Words['comments'];
  readonly time: (time: number) => Html;
  readonly byId: ReadonlyMap<string, Shown>;
  readonly links: FragmentLinks;
};

/** Comments as accessible markup: threads in order, a thread's replies under it however deep they answer each other. */
export const commentsFragment = (fragment: Fragment): Html => {
  const { comments, count, language, closed, links } = fragment;
  const words = wordsIn(language).comments;
  const shared: Shared = {
    words,
    time: timeFormat(language, fragment.timeZone),
    byId: new Map(comments.map((comment) => [comment.id, comment])),
    links,
  };
  return html`<section class="comments" id="comments" aria-labelledby="comments-title" lang="${language}">
<header><h2 id="comments-title">${count > 0 ? words.counted(count) : words.title}</h2>${links.write && html` <a href="${links.write}" rel="nofollow">${words.write}</a>`}</header>
${fragment.isGone && html`<p role="status">${words.gone}</p>\n`}${links.start && ways(html`<a href="${links.start}">${words.fromStart}</a>`)}${
  comments.length === 0 && count === 0 && !closed && html`<p>${words.none}</p>\n`
}${comments.length > 0 && html`<ol>\n${threads(comments).map((thread) => threadItem(thread, shared))}</ol>\n`}${
  closed && html`<p>${words.closed}</p>\n`
}${links.next && ways(html`<a href="${links.next}" rel="next">${words.more}</a>`)}</section>
`;
};

const ways = (link: Html): Html => html`<p class="ways">${link}</p>\n`;

/** Each thread's comments, oldest first, threads in the order they come. */
const threads = (comments: readonly Shown[]): readonly (readonly Shown[])[] =>
  [...Map.groupBy(comments, ({ root }) => root).values()].map((thread) =>
    thread.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

const threadItem = (thread: readonly Shown[], shared: Shared): Html => {
  const root = thread.find(({ id, root }) => id === root);
  const replies = thread.filter((comment) => comment !== root);
  return html`<li>
${root && commentArticle(root, shared)}${
  replies.length > 0 &&
  html`<ol>\n${replies.map((reply) => html`<li>\n${commentArticle(reply, shared)}</li>\n`)}</ol>\n`
}</li>
`;
};

const commentArticle = (comment: Shown, shared: Shared): Html => {
  const { id, author, url, parent, root, text, createdAt, isStaff, edited } = comment;
  const { words, time, byId, links } = shared;
  if (comment.isRemoved)
    return html`<article id="comment-${id}">\n<p class="removed">${words.removed}</p>\n</article>\n`;
  return html`<article id="comment-${id}">
<header><h3><bdi class="author">${url ? html`<a href="${url}" rel="${LINK_REL}">${author}</a>` : author}</bdi></h3>${isStaff && html` <span class="badge">${words.staff}</span>`} <a href="#comment-${id}">${time(createdAt)}</a></header>
${parent && !(parent === root && byId.has(root)) && html`<p class="answered">${words.inReplyTo} ${answered(parent, shared)}</p>\n`}${renderText(text)}
${edited && html`<p class="edited">${words.edited[edited]}</p>\n`}${footer(comment, links, words)}</article>
`;
};

const footer = (
  { id, author }: Shown,
  { replyTo, report }: FragmentLinks,
  words: Words['comments'],
): Html | undefined => {
  const ways = [
    replyTo &&
      html`<a href="${replyTo(id)}" rel="nofollow" aria-label="${words.replyTo(author)}">${words.reply}</a>`,
    report &&
      html`<a href="${report(id)}" rel="nofollow" aria-label="${words.reportOf(author)}">${words.report}</a>`,
  ].filter((way) => way !== undefined);
  return ways.length === 0
    ? undefined
    : html`<footer>${ways.map((way, at) => html`${at > 0 && ' '}${way}`)}</footer>\n`;
};

const answered = (parent: string, { words, byId }: Shared): Html => {
  const comment = byId.get(parent);
  if (!comment) return html`${words.earlierComment}`;
  return comment.isRemoved
    ? html`<a href="#comment-${parent}">${words.earlierComment}</a>`
    : html`<a href="#comment-${parent}"><bdi>${comment.author}</bdi></a>`;
};
