import type { Ask } from '../session/ask.ts';
import type { Comment, Counts, Decided, DecisionRequest, Page, Queue, Reports } from '../wire.ts';
import { adminRoute as route } from './admin-route.ts';

export type ListQuery = Readonly<Record<string, string | undefined>>;
type Reply = {
  readonly article: string;
  readonly parent: string;
  readonly text: string;
  /** Approves the comment that it answers, as it was read. */
  readonly approve?: { readonly version: number };
};

/** `undo` takes the reply off the page, and the approval back. */
export type Replied = { readonly answered: { readonly version: number }; readonly undo: string };

/** Lists of comments, and what is done with them. */
export const commentCalls = (ask: Ask, site: string) => {
  const path = { site };
  return {
    counts: () => ask<Counts>(route('GET', 'queues'), { path }),
    queue: (queue: Queue, query: ListQuery) =>
      ask<Page>(route('GET', 'queues/{queue}'), { path: { site, queue }, query }),
    comments: (query: ListQuery) => ask<Page>(route('GET', 'comments'), { path, query }),
    /**
     * One comment as it is now; undefined when it is not among its author's newest there.
     * @param parts what lists leave out
     */
    current: async ({ id, article, author }: Comment, parts: ListQuery = {}) => {
      const narrow = author.key ? { author: author.key } : {};
      const query = { article: article.id, ...narrow, ...parts, limit: '100', order: 'newest' };
      const answer = await ask<Page>(route('GET', 'comments'), { path, query });
      return answer.isOk ? answer.reply.comments.find((one) => one.id === id) : undefined;
    },
    reports: ({ id, article }: Comment) =>
      ask<Reports>(route('GET', 'reports'), { path, query: { article: article.id, comment: id } }),
    mute: (reporter: string, muted: boolean) =>
      ask<{ readonly muted: boolean }>(route('POST', 'reporters'), { path, body: { reporter, muted } }),
    decide: (decisions: readonly DecisionRequest[]) =>
      ask<Decided>(route('POST', 'decisions'), { path, body: { decisions } }),
    undo: (undo: string) => ask<Pick<Decided, 'results'>>(route('POST', 'undo'), { path, body: { undo } }),
    reply: (body: Reply) => ask<Replied>(route('POST', 'replies'), { path, body }),
    edit: ({ id, article, version }: Comment, text: string) =>
      ask<{ readonly version: number }>(route('PATCH', 'comments/{comment}'), {
        path: { site, comment: id },
        query: { article: article.id },
        body: { version, text },
      }),
  };
};
