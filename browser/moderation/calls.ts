import type { Ask } from './session/ask.ts';
import type {
  ArticleMode,
  ArticleSettings,
  Comment,
  Counts,
  Decided,
  Decision,
  EntryPreview,
  Learning,
  Me,
  Page,
  PolicyNow,
  Queue,
} from './wire.ts';

export type DecisionRequest = {
  readonly article: string;
  readonly comment: string;
  readonly version: number;
  readonly decision: Decision;
  readonly reason?: string;
  readonly note?: string;
  readonly thread?: true;
};
export type QueueQuery = Readonly<Record<string, string | undefined>>;

/** The calls of one site, each by the name of what it is for. */
export const callsOf = (ask: Ask, site: string) => {
  const path = { site };
  const at = (place: string) => `/v1/sites/{site}/admin/${place}`;
  return {
    me: () => ask<Me>(`GET ${at('me')}`, { path }),
    counts: () => ask<Counts>(`GET ${at('queues')}`, { path }),
    queue: (queue: Queue, query: QueueQuery) =>
      ask<Page>(`GET ${at('queues/{queue}')}`, { path: { site, queue }, query }),
    comments: (query: QueueQuery) => ask<Page>(`GET ${at('comments')}`, { path, query }),
    /** All checks of one comment, which lists leave out; undefined when it is not among its author's newest there. */
    verdict: async ({ id, article, author }: Comment) => {
      const narrow = author.key ? { author: author.key } : {};
      const query = { article: article.id, ...narrow, verdict: 'full', limit: '100', order: 'newest' };
      const answer = await ask<Page>(`GET ${at('comments')}`, { path, query });
      return answer.isOk ? answer.reply.comments.find((one) => one.id === id)?.verdict.findings : undefined;
    },
    decide: (decisions: readonly DecisionRequest[]) =>
      ask<Decided>(`POST ${at('decisions')}`, { path, body: { decisions } }),
    undo: (undo: string) => ask<Pick<Decided, 'results'>>(`POST ${at('undo')}`, { path, body: { undo } }),
    reply: (body: {
      readonly article: string;
      readonly parent: string;
      readonly text: string;
      readonly approve?: { readonly version: number };
    }) => ask<unknown>(`POST ${at('replies')}`, { path, body }),
    article: (article: string) => ask<ArticleSettings>(`GET ${at('article')}`, { path, query: { article } }),
    changeArticle: ({ id, version }: ArticleSettings, mode: ArticleMode) =>
      ask<ArticleSettings>(`PUT ${at('article')}`, { path, query: { article: id }, body: { mode, version } }),
    policy: () => ask<PolicyNow>(`GET ${at('policy')}`, { path }),
    changePolicy: (body: PolicyNow) => ask<PolicyNow>(`PUT ${at('policy')}`, { path, body }),
    previewEntry: (list: string, entry: string) =>
      ask<EntryPreview>(`GET ${at('policy/preview')}`, { path, query: { list, entry } }),
    learning: () => ask<Learning>(`GET ${at('learning')}`, { path }),
    resetLearning: () => ask<Learning>(`DELETE ${at('learning')}`, { path }),
    join: (body: { readonly invitation: string; readonly idToken: string; readonly nonce: string }) =>
      ask<unknown>(`POST ${at('members/join')}`, { path, body }),
    edit: ({ id, article, version }: Comment, text: string) =>
      ask<{ readonly version: number }>(`PATCH ${at('comments/{id}')}`, {
        path: { site, id },
        query: { article: article.id },
        body: { version, text },
      }),
  };
};
export type Calls = ReturnType<typeof callsOf>;
