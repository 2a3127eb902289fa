import { commentAddress, receiptAddress, submittedView } from '../api/views.ts';
import type { Comment } from '../comment/comment.ts';
import type { Secrets } from '../tokens/secrets.ts';
import { json, type Reply, seeOther } from './http.ts';
import type { WithEvidence } from './middleware/gather-evidence.ts';
import { VISITOR_COOKIE } from './middleware/identify.ts';

const VISITOR_BYTES = 16;
const YEAR_S = 31_536_000;

/** Who a comment's author is to be known as: who they proved to be, or somebody new, the same at each replay. */
export const visitorOf = ({ site, id, visitor }: WithEvidence, { digests }: Secrets): string =>
  visitor.proven ?? Buffer.from(digests.tag(VISITOR_BYTES, 'visitor', site.id, id)).toString('base64url');

/** Tells an author that their comment is kept: JSON for programs, the way on for a form. Spam is answered like what waits. */
export const acknowledge = (
  event: WithEvidence,
  comment: Comment,
  secrets: Secrets,
  baseUrl: string,
): Reply => {
  const { site, post, input } = event;
  const receipt = secrets.tokens.receipt.issue(comment);
  const visitor = secrets.tokens.visitor.issue(site.id, visitorOf(event, secrets), comment.createdAt);
  const link = articleLink(event);
  const receiptUrl = receiptAddress(baseUrl, receipt);
  if (input.kind === 'form') {
    const published = comment.status === 'approved' ? wayBack(event, link) : undefined;
    return seeOther(
      published ? commentAddress(published, comment.id) : receiptUrl,
      post.consent ? [cookie(visitor)] : [],
    );
  }
  const view = submittedView({ comment, receipt, visitor, baseUrl, ...(link ? { link } : {}) });
  return json(view.status === 'published' ? 201 : 202, view, { location: receiptUrl });
};

const articleLink = ({ recalled, draft }: WithEvidence): string | undefined =>
  recalled.article?.link ?? draft.link;

/** Whole, or from the root; what `new URL` alone would mend into an address (`https:evil`, `//evil`) is none. */
const PLACE = /^(?:https?:\/\/|\/(?![/\\]))/i;

/** Where the form asked to go back to, if that is a page of the article's own origin; else the article. */
const wayBack = ({ site, post }: WithEvidence, link: string | undefined): string | undefined => {
  const { redirectTo = '' } = post;
  const asked = PLACE.test(redirectTo) ? URL.parse(redirectTo, link) : null;
  const allowed = link === undefined ? site.origins : [new URL(link).origin];
  return asked && allowed.includes(asked.origin) && !asked.username && !asked.password ? asked.href : link;
};

const cookie = (visitor: string) =>
  `${VISITOR_COOKIE}=${visitor}; Path=/; Max-Age=${YEAR_S}; Secure; HttpOnly; SameSite=Lax`;
