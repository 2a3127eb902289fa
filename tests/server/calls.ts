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
    decide: async (article: string, comment: string, decision: string): Promise<any> =>
      (await send('POST', 'decisions', { decisions: [{ article, comment, decision }] })).json(),
    undo: async (undo: string): Promise<any> => (await send('POST', 'undo', { undo })).json(),
    setPolicy: async (policy: object): Promise<any> => (await send('PUT', 'policy', { policy })).json(),
    count: async (article: string): Promise<number> =>
      ((await (await fetch(`${api()}/counts?article=${article}`)).json()) as any).counts[article],
  };
};

/** A policy without flood windows, for journeys faster than people. */
export const noFlood = { flood: { pauseS: null, per10Min: null, perDay: null } };
