import type { Comment } from '../comment/comment.ts';
import type { Language } from '../comment/site.ts';
import type { RejectionReason } from '../comment/status.ts';
import { bindSpaces } from './bind-spaces.ts';
import { type Html, html } from './html.ts';
import { type IconName, icon } from './icon.ts';
import { layout } from './layout.ts';
import { appealState, type OwnActs, ownActs } from './receipt/own-acts.ts';
import { problemOf, type RefusedAct, refusedAct, saidOf } from './receipt/refused-act.ts';
import { type Reading, renderText } from './text/render-text.ts';
import { timeFormat } from './time.ts';
import { type PageOwner, waysOn } from './ways-on.ts';
import { ownWordsIn } from './words/own/own-words.ts';
import { wordsIn } from './words/words.ts';

/** A comment as its author may see it. */
export type Receipt = {
  readonly language: Language;
  readonly site: PageOwner;
  readonly timeZone: string;
  /** Spam is shown as `pending`. */
  readonly status: keyof typeof icons;
  /** Whether it waits only because it is somebody's first. */
  readonly isFirst?: boolean;
  /** What else it waits for, in sentences. */
  readonly because?: readonly string[];
  /** Why it was rejected, and what a moderator wrote to its author. */
  readonly reason?: RejectionReason | undefined;
  readonly note?: string | undefined;
  readonly comment: Pick<Comment, 'author' | 'text' | 'createdAt' | 'edited'>;
  readonly display: Reading;
  /** The article, as far as it is known; `published` is where the comment stands online. */
  readonly article: {
    readonly title?: string | undefined;
    readonly link?: string | undefined;
    readonly published?: string | undefined;
  };
  /** What its author may do; absent on pages that offer nothing. */
  readonly acts?: OwnActs;
  /** Whether a new text was saved just now. */
  readonly isSaved?: boolean;
  /** What was refused just now. */
  readonly refused?: RefusedAct;
};

const icons = {
  published: 'check',
  pending: 'clock',
  'not-published': 'dash',
  withdrawn: 'back',
} as const satisfies Readonly<Record<string, IconName>>;

/** The page behind an author's receipt: what became of the comment. Its address is a secret. */
export const receiptPage = (receipt: Receipt): string => {
  const { language, site, status, comment, article, display } = receipt;
  const words = wordsIn(language).receipt;
  const time = timeFormat(language, receipt.timeZone);
  const { refused } = receipt;
  const acts = receipt.acts && { ...receipt.acts, problem: refused && problemOf(refused, language) };
  return layout({
    language,
    site,
    title: `${newsOf(receipt).replace(/[.]$/, '')} – ${words.title}`,
    body: html`<h1>${words.title}</h1>
${refused && refusedAct(refused, { language, status })}${receipt.isSaved && saved(language)}${notice(receipt, time)}
<article class="written">
<header><h2><bdi>${comment.author}</bdi></h2> <span class="soft">${words.sent} ${time(comment.createdAt)}</span></header>
${article.title && html`<p class="soft"><bdi>${bindSpaces(article.title)}</bdi></p>\n`}${renderText(comment.text, display)}${comment.edited && html`\n<p class="soft">${ownWordsIn(language).editedBy[comment.edited]}</p>`}
</article>
${acts && html`${ownActs(acts, { language, timeZone: receipt.timeZone, status, text: comment.text })}\n`}${waysOn({ language, site, link: article.link, first: [article.published && html`<a href="${article.published}">${words.see}</a>`] })}`,
  });
};

/** What the page has to say first: what was refused or saved just now, or else what became of the comment. */
const newsOf = ({ language, status, refused, isSaved }: Receipt): string => {
  if (refused) return saidOf(refused, { language, status }).happened;
  return isSaved ? ownWordsIn(language).saved : wordsIn(language).receipt[status].happened;
};

const saved = (language: Language): Html => html`<div class="notice published" role="status">
${icon('check')}
<p><strong>${ownWordsIn(language).saved}</strong></p>
</div>
`;

const notice = (
  { language, status, isFirst, because = [], reason, note, acts }: Receipt,
  time: (at: number) => Html,
): Html => {
  const words = wordsIn(language).receipt;
  const { happened, advice } = words[status];
  const waits = status === 'pending';
  const rejected = reason && words.rejectedFor[reason];
  const mayAppeal = status === 'not-published' && acts?.offers.isAppealable;
  return html`<div class="notice ${status}">
${icon(icons[status])}
<p><strong>${happened}</strong></p>
<p>${waits && isFirst ? words.first : (rejected ?? advice)}${mayAppeal && ` ${ownWordsIn(language).mayAppeal}`}</p>
${note !== undefined && html`<p>${words.note}</p>\n<blockquote>${renderText(note)}</blockquote>\n`}${
  because.length > 0 &&
  html`<p>${words.because}</p>
<ul>${because.map((sentence) => html`<li>${sentence}</li>`)}</ul>\n`
}${acts && appealState(acts.offers, { language, time })}${waits && html`<p>${words.keep}</p>\n`}</div>`;
};
