import type { Ask } from '../session/ask.ts';
import type { ArticleMode, ArticleSettings, EntryPreview, Learning, PolicyNow } from '../wire.ts';
import { adminRoute as route } from './admin-route.ts';

/** What a site and its articles are set to, and what the site learned. */
export const settingsCalls = (ask: Ask, site: string) => {
  const path = { site };
  return {
    article: (article: string) => ask<ArticleSettings>(route('GET', 'article'), { path, query: { article } }),
    changeArticle: ({ id, version }: ArticleSettings, mode: ArticleMode) =>
      ask<ArticleSettings>(route('PUT', 'article'), {
        path,
        query: { article: id },
        body: { mode, version },
      }),
    policy: () => ask<PolicyNow>(route('GET', 'policy'), { path }),
    changePolicy: (body: PolicyNow) => ask<PolicyNow>(route('PUT', 'policy'), { path, body }),
    previewEntry: (list: string, entry: string) =>
      ask<EntryPreview>(route('GET', 'policy/preview'), { path, query: { list, entry } }),
    learning: () => ask<Learning>(route('GET', 'learning'), { path }),
    resetLearning: () => ask<Learning>(route('DELETE', 'learning'), { path }),
  };
};
