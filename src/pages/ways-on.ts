import type { Language, Site } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { wordsIn } from './words/words.ts';

/** Whose page a page is: the site's name, and its front page as its first origin. */
export type PageOwner = Pick<Site, 'name' | 'origins'>;

export const homeOf = ({ origins }: PageOwner): string | undefined =>
  origins[0] === undefined ? undefined : `${origins[0]}/`;

type Ways = {
  readonly language: Language;
  readonly site?: PageOwner | undefined;
  /** The article's address, where it is known. */
  readonly link?: string | undefined;
  /** Our own page of the article's comments. */
  readonly comments?: string | undefined;
  /** The page's own links, before those that every page has. */
  readonly first?: readonly (Html | false | undefined | '')[];
};

/** A list of links out of a page: to its article, or else to the article's comments here and to the site, so that no page is a dead end. */
export const waysOn = ({ language, site, link, comments, first = [] }: Ways): Html => {
  const { toArticle, toComments, toSite } = wordsIn(language).ways;
  const home = site && homeOf(site);
  const ways = [
    ...first,
    link && html`<a href="${link}">${toArticle}</a>`,
    !link && comments && html`<a href="${comments}">${toComments}</a>`,
    !link && home && html`<a href="${home}">${toSite(site.name)}</a>`,
  ].filter((way) => typeof way === 'object');
  return html`${ways.length > 0 && html`<ul class="ways">\n${ways.map((way) => html`<li>${way}</li>\n`)}</ul>`}`;
};
