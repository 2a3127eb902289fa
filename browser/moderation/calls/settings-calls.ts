import type { Ask } from '../session/ask.ts';
import type {
  ArticleMode,
  ArticleSettings,
  BacktestPage,
  EntryPreview,
  Learning,
  PolicyHistory,
  PolicyNow,
} from '../wire.ts';
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
    policy: (version?: number) =>
      ask<PolicyNow>(route('GET', 'policy'), {
        path,
        query: { version: version === undefined ? undefined : String(version) },
      }),
    changePolicy: (body: PolicyNow & { readonly note?: string }) =>
      ask<PolicyNow>(route('PUT', 'policy'), { path, body }),
    policyHistory: (cursor: string | undefined) =>
      ask<PolicyHistory>(route('GET', 'policy/history'), { path, query: { cursor } }),
    rollBackPolicy: (body: { readonly to: number; readonly version: number }) =>
      ask<PolicyNow>(route('POST', 'policy/rollback'), { path, body }),
    backtest: (body: { readonly policy: object; readonly limit: number; readonly cursor?: string }) =>
      ask<BacktestPage>(route('POST', 'policy/backtest'), { path, body }),
    previewEntry: (list: string, entry: string) =>
      ask<EntryPreview>(route('GET', 'policy/preview'), { path, query: { list, entry } }),
    relaxSurges: () => ask<object>(route('DELETE', 'surges'), { path }),
    learning: () => ask<Learning>(route('GET', 'learning'), { path }),
    resetLearning: () => ask<Learning>(route('DELETE', 'learning'), { path }),
  };
};
