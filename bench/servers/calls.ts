import type { Written } from '../comments.ts';
import { type Answer, expectStatus, type Request, WrongAnswer } from '../load/ask.ts';

/** Palabre's API, as far as it is measured. */

const SITE = '/v1/sites/demo';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A comment a moderator can decide on. */
export type Waiting = { readonly article: string; readonly comment: string; readonly version: number };

export const submitting = (article: string, written: Written, address: string): Request => ({
  method: 'POST',
  path: `${SITE}/comments`,
  headers: { ...JSON_TYPE, 'x-forwarded-for': address },
  body: JSON.stringify({ article, ...written }),
});
export const pageOf = (article: string, form: 'json' | 'html'): Request => ({
  path: `${SITE}/comments${form === 'html' ? '.html' : ''}?article=${article}&limit=50`,
});
export const countsOf = (articles: readonly string[]): Request => ({
  path: `${SITE}/counts?${articles.map((article) => `article=${article}`).join('&')}`,
});
export const queuesAs = (token: string): Request => ({
  path: `${SITE}/admin/queues`,
  headers: { authorization: `Bearer ${token}` },
});
export const queueAs = (token: string): Request => ({
  path: `${SITE}/admin/queues/pending?limit=50`,
  headers: { authorization: `Bearer ${token}` },
});
export const approvingAs = (token: string, comments: readonly Waiting[]): Request => ({
  method: 'POST',
  path: `${SITE}/admin/decisions`,
  headers: { ...JSON_TYPE, authorization: `Bearer ${token}` },
  body: JSON.stringify({
    decisions: comments.map((comment) => ({ ...comment, version: 1, decision: 'approve' })),
  }),
});

/** @throws {WrongAnswer} unless the comment waits for a moderator. */
export const expectHeld = (answer: Answer): void => {
  expectStatus(answer, 202);
  const { status } = JSON.parse(answer.body) as { status: string };
  if (status !== 'pending') throw new WrongAnswer(`A stranger's comment is ${status}.`);
};

/** @throws {WrongAnswer} unless so many comments are on the page. */
export const expectComments =
  (count: number, form: 'json' | 'html' = 'json') =>
  (answer: Answer): void => {
    expectStatus(answer, 200);
    const found =
      form === 'json'
        ? (JSON.parse(answer.body) as { comments: unknown[] }).comments.length
        : answer.body.split('id="comment-').length - 1;
    if (found !== count) throw new WrongAnswer(`A page of ${found} comments instead of ${count}.`);
  };

/** @throws {WrongAnswer} unless every decision was carried out. */
export const expectApproved =
  (count: number) =>
  (answer: Answer): void => {
    expectStatus(answer, 200);
    const { results } = JSON.parse(answer.body) as { results: { status?: string }[] };
    const done = results.filter(({ status }) => status === 'approved').length;
    if (done !== count) throw new WrongAnswer(`${done} of ${count} approved: ${answer.body.slice(0, 300)}`);
  };

/** @throws {WrongAnswer} unless each article has so many. */
export const readCounts = (answer: Answer): Readonly<Record<string, number>> => {
  expectStatus(answer, 200);
  return (JSON.parse(answer.body) as { counts: Record<string, number> }).counts;
};

/** How many comments are in all queues together. */
export const readQueued = (answer: Answer): number => {
  expectStatus(answer, 200);
  const { queues } = JSON.parse(answer.body) as { queues: Record<string, { count: number }> };
  return Object.values(queues).reduce((sum, { count }) => sum + count, 0);
};
