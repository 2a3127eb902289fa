import { siteId } from '../../api/fields/article-id.ts';
import type { Arrived, Layer } from '../chain.ts';
import type { Located, ReadSite } from './locate.ts';

const OF_SITE = /^\/v1\/sites\/([^/]+)\//;

/** The site that a path without a route names, so that its own pages may read what they did wrong; none where that cannot be known. */
export const locateByPath =
  ({ store }: { readonly store: ReadSite }): Layer<Arrived, Partial<Pick<Located, 'site'>>> =>
  async ({ event }) => {
    const [, id] = OF_SITE.exec(event.rawPath) ?? [];
    if (event.headers?.origin === undefined || !siteId.safeParse(id).success) return {};
    const site = await store.readSite(id ?? '').catch(() => undefined);
    return site ? { site } : {};
  };
