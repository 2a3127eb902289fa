import { siteId } from '../../api/fields/article-id.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Language, Site } from '../../comment/site.ts';
import type { Arrived, Layer } from '../chain.ts';
import { languageOf } from '../http.ts';

export type ReadSite = { readonly readSite: (site: string) => Promise<Site | undefined> };

/** The site a path names, and the language its sender is answered in. */
export type Located = { readonly site: Site; readonly language: Language };

/** Finds the site. @throws {Refusal} `site-not-found` */
export const locate =
  ({ store }: { readonly store: ReadSite }): Layer<Arrived, Located> =>
  async ({ event }) => {
    const site = await findSite(store, event.pathParameters?.site ?? '');
    return { site, language: languageOf(event, site.language) };
  };

const findSite = async (store: ReadSite, id: string): Promise<Site> => {
  const site = siteId.safeParse(id).success ? await store.readSite(id) : undefined;
  if (!site) throw new Refusal('site-not-found', 'There is no such site.');
  return site;
};
