import type { Server } from './with-server.ts';

/** The calls of one comment section's readers and moderators, over real HTTP. */
export const callsTo = (server: Server, site = 'demo') => {
  const api = () => `${server.url}/v1/sites/${site}`;
  const json = { 'content-type': 'application/json' };
  const asModerator = async (path: string, init: RequestInit = {}) => {
    const token = await server.token(
      '--site',
      site,
      '--scope',
      'comments:moderate',
      '--scope',
      'comments:admin',
    );
    const headers = { authorization: `Bearer ${token}`, ...(init.body ? json : {}) };
    return fetch(`${api()}/admin/${path}`, { ...init, headers });
  };
  const send = (method: string, path: string, body: unknown) =>
    asModerator(path, { method, body: JSON.stringify(body) });
  return {
    submit: (article: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${api()}/comments`, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify({ article, ...body }),
      }),
    list: async (article: string): Promise<any> =>
      (await fetch(`${api()}/comments?article=${encodeURIComponent(article)}`)).json(),
    queue: async (queue: string): Promise<any[]> =>
      ((await (await asModerator(`queues/${queue}`)).json()) as any).comments,
    queues: async (): Promise<any> => ((await (await asModerator('queues')).json()) as any).queues,
    /** Of what is as it came in; anything else names the version that was read. */
    decide: async (article: string, comment: string, decision: string, more: object = {}): Promise<any> => {
      const decisions = [{ article, comment, version: 1, decision, ...more }];
      return (await send('POST', 'decisions', { decisions })).json();
    },
    reply: async (article: string, parent: string, text: string): Promise<any> =>
      (await send('POST', 'replies', { article, parent, text })).json(),
    edit: async (article: string, comment: string, version: number, text: string): Promise<any> =>
      (await send('PATCH', `comments/${comment}?article=${article}`, { version, text })).json(),
    undo: async (undo: string): Promise<any> => (await send('POST', 'undo', { undo })).json(),
    setArticle: async (article: string, mode: string): Promise<any> =>
      (await send('PUT', `article?article=${encodeURIComponent(article)}`, { mode })).json(),
    setPolicy: async (policy: object): Promise<any> => (await send('PUT', 'policy', { policy })).json(),
    count: async (article: string): Promise<number> =>
      ((await (await fetch(`${api()}/counts?article=${article}`)).json()) as any).counts[article],
  };
};

/** A policy without flood windows, for journeys faster than people. */
export const noFlood = { flood: { pauseS: null, per10Min: null, perDay: null } };
