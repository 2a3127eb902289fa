import { articlesOfForm } from '../../api/fields/article-of-form.ts';
import { plainAddress } from '../../api/fields/canonical-id.ts';
import { queries } from '../../api/queries.ts';
import { type FormPost, fromForm, fromJson } from '../../api/submission.ts';
import { LINK_MAX } from '../../comment/limits.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import { checkArticleOrigin, checkLinkOrigin, isOfArticle, isOnSite, pageOnSite } from '../article-origin.ts';
import type { Arrived, Layer } from '../chain.ts';
import { type HttpEvent, headerOf } from '../http.ts';
import { log } from '../logs/log.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';

/** What was submitted, on one of the site's own articles. */
export type Submitted = { readonly post: FormPost; readonly idempotencyKey: string | undefined };

/** Checks what a reader sent, from JSON or a form. @throws {Refusal} `invalid-fields`, `invalid-idempotency-key` */
export const validateSubmission =
  (): Layer<Arrived & Located & WithBody, Submitted> =>
  ({ event, site, input }) => {
    const idempotencyKey = idempotencyKeyOf(event);
    const post = input.kind === 'form' ? formPost(event, site, input.fields) : jsonPost(site, input.value);
    checkArticleOrigin(site, post.submission.article);
    return { post: withLink(post, linkOf(site, namedArticle(event, input))), idempotencyKey };
  };

const jsonPost = (site: Site, value: unknown): FormPost => {
  const submission = fromJson(value);
  const { article, link } = submission;
  checkLinkOrigin(site, link);
  if (link !== undefined && !isOfArticle(article, link))
    throw new Refusal('invalid-fields', 'The link is not the article.', {
      fields: [{ field: 'link', detail: "It must be the article's own address." }],
    });
  return { submission, dropped: [] };
};

/** What the publisher's page filled in wrongly is no fault of its reader: the comment goes without, and the log says so. */
const formPost = (event: HttpEvent, site: Site, fields: ReadonlyMap<string, string>): FormPost => {
  const post = fromForm(fields, queries(event.rawQueryString).get('article'));
  const { link, ...rest } = post.submission;
  const isGood = link === undefined || (isOnSite(site, link) && isOfArticle(rest.article, link));
  const dropped = isGood ? post.dropped : [...post.dropped, 'link'];
  if (dropped.length > 0) log('form-fields-dropped', { site: site.id, fields: dropped.join() });
  return isGood ? post : { ...post, submission: rest, dropped };
};

/** The article as it was named, before its name became canonical. */
const namedArticle = ({ rawQueryString }: HttpEvent, input: WithBody['input']): unknown =>
  input.kind === 'form'
    ? articlesOfForm(input.fields, queries(rawQueryString).get('article') ?? [])[0]
    : (input.value as { readonly article?: unknown }).article;

/** An article that is named by its address on the site need not be told where it is. */
const linkOf = (site: Site, article: unknown): string | undefined => {
  const link = typeof article === 'string' ? pageOnSite(site, article.trim()) : undefined;
  const plain = link && plainAddress(link).replace(/#.*$/, '');
  return plain && plain.length <= LINK_MAX ? plain : undefined;
};

const withLink = (post: FormPost, link: string | undefined): FormPost =>
  link === undefined || post.submission.link !== undefined
    ? post
    : { ...post, submission: { ...post.submission, link } };

/**
 * 16 to 255 visible ASCII characters; quotes may stand around. A comma is two headers, joined. A key proves its sender: a shorter one
 * could be guessed, or be another sender's too.
 */
const idempotencyKeyOf = (event: HttpEvent): string | undefined => {
  const sent = headerOf(event, 'idempotency-key');
  if (sent === undefined) return undefined;
  const [, key] = sent.trim().match(/^"?([!#-+\--~]{16,255})"?$/) ?? [];
  if (key === undefined)
    throw new Refusal(
      'invalid-idempotency-key',
      'An Idempotency-Key is 16 to 255 visible ASCII characters, once, without commas.',
    );
  return key;
};
