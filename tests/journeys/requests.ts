import { type Ask, ask } from './call-gateway.ts';
import { claire } from './people.ts';

const COMMENTS = '/v1/sites/{site}/comments';

/** The body names the article, where it is an object; a text is sent as it is. */
export const submit = (on: string, body: unknown, { article = on, ...asked }: Ask = {}) =>
  ask('submit-comment', {
    method: 'POST',
    route: COMMENTS,
    params: { site: 'demo' },
    body: typeof body === 'object' ? { article, ...body } : body,
    ...asked,
  });

export const submitForm = (
  on: string,
  fields: Record<string, string>,
  { article = on, ...asked }: Ask = {},
) =>
  submit(article, String(new URLSearchParams({ article, ...fields })), {
    ...asked,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...asked.headers },
  });

export const list = (article: string, asked: Ask = {}) =>
  ask('list-comments', {
    route: COMMENTS,
    params: { site: 'demo' },
    article,
    ...asked,
  });

export const asModerator = (name: string, asked: Ask = {}) =>
  ask(name, { claims: claire, ...asked, params: { site: 'demo', ...asked.params } });

/** A reader's report, by their network. */
export const report = (article: string, comment: string, body: object = {}, asked: Ask = {}) =>
  ask('report-comment', {
    method: 'POST',
    route: '/v1/sites/{site}/reports',
    params: { site: 'demo' },
    body: { article, comment, reason: 'spam', ...body },
    ...asked,
  });

/** What the holder of a receipt asks for; a body unless it says otherwise. */
export const ofReceipt = (name: string, receipt: string, asked: Ask = {}) =>
  ask(name, { method: 'POST', route: '/r/{receipt}', params: { receipt }, ...asked });

/** One decision on one comment as it stands; an approval names the version that was read. */
export const decide = async (article: string, comment: string, decision: string, more: object = {}) => {
  const isKnown = decision !== 'approve' || 'version' in more;
  const version = isKnown ? {} : { version: await versionOf(article, comment) };
  const body = { decisions: [{ article, comment, decision, ...version, ...more }] };
  return asModerator('decide-comments', { method: 'POST', body });
};

/** The version a moderator reads; 1 of a comment that is not there. */
export const versionOf = async (article: string, comment: string): Promise<number> => {
  const { comments } = (await asModerator('list-article-comments', { article, query: 'limit=100' })).json();
  return comments?.find(({ id }: { id: string }) => id === comment)?.version ?? 1;
};

export const pending = async () =>
  (await asModerator('list-queue', { params: { queue: 'pending' } })).json().comments;
