import { canonicalId } from '../api/fields/canonical-id.ts';
import { webAddress } from '../api/fields/web-address.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';

/**
 * An article stands on one of its site's own origins: a comment must not make a thread for a stranger's page, and readers
 * are sent back there.
 * @throws {Refusal} `invalid-fields`
 */
export const checkLinkOrigin = (site: Site, link: string | undefined, field = 'link'): void => {
  if (link !== undefined && !isOnSite(site, link)) throw foreign(field);
};

export const isOnSite = ({ origins }: Site, link: string): boolean => origins.includes(new URL(link).origin);

/** An address that a form names, where it is one and on the site. */
export const pageOnSite = (site: Site, typed: string | undefined): string | undefined => {
  const link = typed?.startsWith('http') ? webAddress(typed) : undefined;
  return link !== undefined && isOnSite(site, link) ? link : undefined;
};

/**
 * The same for an article whose id is its address, which is canonical: only its host tells it from others.
 * A site without origins takes any.
 * @throws {Refusal} `invalid-fields`
 */
export const checkArticleOrigin = ({ origins }: Site, article: string): void => {
  if (origins.length === 0 || !article.startsWith('https://')) return;
  const { host } = new URL(article);
  if (!origins.some((origin) => hostOf(origin) === host)) throw foreign('article');
};

/** Whether a link leads to the article itself, where that is named by its address; only then may it tell others where the article is. */
export const isOfArticle = (article: string, link: string): boolean =>
  !article.startsWith('https://') || canonicalId(link) === article;

/** Of an origin, without the port that is its scheme's own, as canonical ids have it. */
const hostOf = (origin: string): string => new URL(`https://${new URL(origin).host}`).host;

const foreign = (field: string) =>
  new Refusal('invalid-fields', 'The article is not on this site.', {
    fields: [{ field, detail: "It must be on one of the site's own origins." }],
  });
