import type { MiddlewareObj } from '@middy/core';
import { siteId } from '../../api/article-id.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import { negotiateLanguage } from '../../pages/negotiate-language.ts';
import { headerOf, type Located, type Reply } from '../http.ts';

export type ReadSite = { readonly readSite: (site: string) => Promise<Site | undefined> };

/** Finds the site a path names. @throws {Refusal} `site-not-found` */
export const locate = ({ store }: { readonly store: ReadSite }): MiddlewareObj<Located, Reply> => ({
  before: async ({ event }) => {
    const { site = '' } = event.pathParameters ?? {};
    event.site = await findSite(store, site);
    event.language = negotiateLanguage(headerOf(event, 'accept-language'), event.site.language);
  },
});

const findSite = async (store: ReadSite, id: string): Promise<Site> => {
  const site = siteId.safeParse(id).success ? await store.readSite(id) : undefined;
  if (!site) throw new Refusal('site-not-found', 'There is no such site.');
  return site;
};
