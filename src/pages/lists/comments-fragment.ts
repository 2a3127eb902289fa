import type { Comment, ShownFields } from '../../comment/comment.ts';
import { type Branch, threadsOf } from '../../comment/display/threads.ts';
import type { Policy } from '../../comment/policy.ts';
import type { Language } from '../../comment/site.ts';
import { type Html, html } from '../html.ts';
import { identiconOf } from '../icon.ts';
import { LINK_REL } from '../text/linked-line.ts';
import { renderText } from '../text/render-text.ts';
import { timeFormat } from '../time.ts';
import type { Words } from '../words/table.ts';
import { wordsIn } from '../words/words.ts';

type Shown = Pick<Comment, 'id' | 'root' | 'createdAt'> &
  Omit<ShownFields, 'page' | 'version'> & { readonly isRemoved?: true; readonly isWithdrawn?: true };

/** Where the links of a page of comments lead. */
export type FragmentLinks = {
  /** The next page, and the one before, if there is one. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  /** The first page, if this is another. */
  readonly start?: string | undefined;
  /** The form for a comment; absent when the article is closed. */
  readonly write?: string | undefined;
  /** The form to answer a comment; absent when the article is closed. */
  readonly replyTo?: ((id: string) => string) | undefined;
  /** The form to report a comment. */
  readonly report?: ((id: string) => string) | undefined;
};

/** A page of comments to be put on an article's page. */
export type Fragment = {
  readonly language: Language;
  readonly timeZone: string;
  readonly comments: readonly Shown[];
  readonly display: Policy['display'];
  /** Of all pages. */
  readonly count: number;
  readonly links: FragmentLinks;
  /** Who wants no more comments: the page that shows them, or moderators for the article. */
  readonly closed?: 'page' | 'article' | undefined;
  /** Whether its heading is that of the whole page. */
  readonly isPage?: boolean;
  /** Whether the page should have contained a comment that is not published. */
  readonly isGone?: boolean;
};

type Shared = {
  readonly words: Words['comments'];
  readonly time: (time: number) => Html;
  readonly byId: ReadonlyMap<string, Shown>;
  readonly links: FragmentLinks;
  readonly display: Policy['display'];
};

/** Comments as accessible markup: threads in order, replies under what they answer. */
export const commentsFragment = (fragment: Fragment): Html => {
  const { comments, count, language, closed, links } = fragment;
  const words = wordsIn(language).comments;
  const shared: Shared = {
    words,
    time: timeFormat(language, fragment.timeZone),
    byId: new Map(comments.map((comment) => [comment.id, comment])),
    links,
    display: fragment.display,
  };
  const heading = fragment.isPage ? 'h1' : 'h2';
  return html`<section class="comments" id="comments" aria-labelledby="comments-title" data-depth-max="${fragment.display.depthMax}" data-time-zone="${fragment.timeZone}"${closed && html` data-closed="${closed}"`} lang="${language}" dir="ltr">
<header><${heading} id="comments-title">${count > 0 ? words.counted(count) : words.title}</${heading}>${links.write && html` <a href="${links.write}" rel="nofollow">${words.write}</a>`}</header>
${fragment.isGone && html`<p class="gone" role="status">${words.gone}</p>\n`}${earlier(links, words)}${
  comments.length === 0 && count === 0 && !closed && html`<p>${words.none}</p>\n`
}${comments.length > 0 && html`<ol>\n${threadsOf(comments, fragment.display.depthMax).map((thread) => threadItem(thread, shared))}</ol>\n`}${
  closed && html`<p>${words.closed}</p>\n`
}${links.next && ways(html`<a href="${links.next}" rel="next">${words.more}</a>`)}</section>
`;
};

const ways = (link: Html): Html => html`<p class="ways">${link}</p>\n`;

const earlier = ({ start, previous }: FragmentLinks, words: Words['comments']): Html | undefined => {
  if (!start && !previous) return undefined;
  return ways(
    html`${start && html`<a href="${start}">${words.fromStart}</a>`}${start && previous && ' '}${
      previous && html`<a href="${previous}" rel="prev">${words.previous}</a>`
    }`,
  );
};

/** A thread whose first comment is on the page before gets an empty item in its place. */
const threadItem = (thread: readonly Branch<Shown>[], shared: Shared): Html =>
  thread[0]?.depth === 1 ? listItem(thread[0], shared) : html`<li>\n${replyList(thread, shared)}</li>\n`;

const listItem = ({ comment, replies }: Branch<Shown>, shared: Shared, above?: Shown): Html => html`<li>
${commentArticle(comment, shared, above)}${replies.length > 0 && replyList(replies, shared, comment)}</li>
`;

const replyList = (replies: readonly Branch<Shown>[], shared: Shared, above?: Shown): Html =>
  html`<ol>\n${replies.map((reply) => listItem(reply, shared, above))}</ol>\n`;

/** @param above the comment it is drawn under */
const commentArticle = (comment: Shown, shared: Shared, above: Shown | undefined): Html => {
  const { id, author, url, parent, text, createdAt, isStaff, edited, identicon } = comment;
  const { words, time, links, display } = shared;
  if (comment.isRemoved)
    return html`<article id="comment-${id}">\n<p class="removed">${comment.isWithdrawn ? words.withdrawn : words.removed}</p>\n</article>\n`;
  return html`<article id="comment-${id}">
<header>${display.identicons && identicon && identiconOf(identicon)}<h3><bdi class="author">${url ? html`<a href="${url}" rel="${LINK_REL}">${author}</a>` : author}</bdi></h3>${isStaff && html` <span class="badge">${words.staff}</span>`} <a href="#comment-${id}">${time(createdAt)}</a></header>
${parent && parent !== above?.id && html`<p class="answered">${words.inReplyTo} ${answered(parent, shared)}</p>\n`}${renderText(text, display)}
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
