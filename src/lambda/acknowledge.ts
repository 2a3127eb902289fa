import { receivedView, submittedView } from '../api/reader-views.ts';
import type { ReceivedReply, SubmittedReply } from '../api/readers/submit-comment.ts';
import { commentsPagePath, permalinkOf, receiptAddress } from '../comment/addresses.ts';
import { linkOnSite } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import type { Secrets } from '../tokens/secrets.ts';
import type { Arrived } from './chain.ts';
import { forgetVisitor, rememberVisitor } from './forms/visitor-cookie.ts';
import { json, page, type Reply, seeOther, wantsPage, withCookies } from './http.ts';
import type { WithEvidence } from './middleware/gather-evidence.ts';
import type { Located } from './middleware/locate.ts';
import type { Submitted } from './middleware/validate-submission.ts';

type Known = Arrived & Located & Submitted & WithEvidence;

/** A comment that is kept, and what its author is known as. */
type Kept = { readonly comment: Comment; readonly visitor: string; readonly secrets: Secrets };

/** Tells an author that their comment is kept: JSON for programs, the way on for a form. Spam is answered like what waits. */
export const acknowledge = (known: Known, { comment, visitor, secrets }: Kept, baseUrl: string): Reply => {
  const { event, site, post } = known;
  const receipt = secrets.tokens.receipt.issue(comment);
  const token = secrets.tokens.visitor.issue(site.id, visitor, comment.createdAt);
  const link = articleLink(known);
  const receiptUrl = receiptAddress(baseUrl, receipt);
  if (wantsPage(event)) {
    const cookies = post.remember === 'yes' ? [rememberVisitor(token)] : forgotten(known);
    return withCookies(seeOther(placeOf(known, comment, { link, baseUrl }) ?? receiptUrl), cookies);
  }
  const { display } = site.policy;
  const view = submittedView({
    ...{ comment, display, receipt, visitor: token, baseUrl },
    ...(link ? { link } : {}),
  });
  return json<SubmittedReply>(codeOf(comment), view, { location: receiptUrl });
};

/**
 * Tells whoever sends the same words from the same network that they are here already, and where, as far as everybody may know. The receipt
 * and the visitor's proof went to whoever sent them first.
 */
export const alreadyReceived = async (known: Known, comment: Comment, baseUrl: string): Promise<Reply> => {
  const { event, site, language } = known;
  const link = articleLink(known);
  if (!wantsPage(event)) return json<ReceivedReply>(codeOf(comment), receivedView(comment, link));
  const place = placeOf(known, comment, { link, baseUrl });
  const cookies = forgotten(known);
  if (place) return withCookies(seeOther(place), cookies);
  const comments = commentsPagePath(site.id, { article: comment.article, lang: language });
  const { pageHeaders } = await import('../pages/layout.ts');
  const { receivedPage } = await import('../pages/received-page.ts');
  const markup = receivedPage({ language, site, link, comments });
  return withCookies(page(200, markup, pageHeaders(site.origins)), cookies);
};

/** Whoever leaves the box empty is recognised no more. */
const forgotten = ({ event, post }: Known): readonly string[] =>
  post.remember === 'no' ? forgetVisitor(event) : [];

type Article = { readonly link: string | undefined; readonly baseUrl: string };

/** Where a comment can be read: on its article's page or, where nobody said where that is, on our own page of its comments. */
const placeOf = (
  known: Known,
  { status, article, id }: Comment,
  { link, baseUrl }: Article,
): string | undefined =>
  status === 'approved'
    ? permalinkOf(baseUrl, known.site.id, { article, link: wayBack(known, link), lang: known.language }, id)
    : undefined;

const articleLink = ({ site, prepared: { history, submission } }: Known): string | undefined =>
  linkOnSite(site, history.article?.link) ?? submission.received.draft.link;

const codeOf = ({ status }: Comment): number => (status === 'approved' ? 201 : 202);

/** Whole, or from the root; what `new URL` alone would mend into an address (`https:evil`, `//evil`) is none. */
const PLACE = /^(?:https?:\/\/|\/(?![/\\]))/i;

/** Where the form asked to go back to, if that is a page of the article's own origin; else the article. */
const wayBack = ({ site, post }: Located & Submitted, link: string | undefined): string | undefined => {
  const { redirectTo = '' } = post;
  const asked = PLACE.test(redirectTo) ? URL.parse(redirectTo, link) : null;
  const allowed = link === undefined ? site.origins : [new URL(link).origin];
  return asked && allowed.includes(asked.origin) && !asked.username && !asked.password ? asked.href : link;
};
