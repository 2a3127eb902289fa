const READ = ['GET'];
const CHANGE = ['GET', 'PUT'];
const SEND = ['POST'];

/** Every address of the API and the methods it takes. A test holds it against serverless.yml and the OpenAPI document. */
export const routes: Readonly<Record<string, readonly string[]>> = {
  '/health': READ,
  '/openapi.json': READ,
  '/r/{receipt}': READ,
  '/v1/sites/{site}/counts': READ,
  '/v1/sites/{site}/comments': ['GET', 'POST'],
  '/v1/sites/{site}/comments.html': READ,
  '/v1/sites/{site}/form': READ,
  '/v1/sites/{site}/admin/queues': READ,
  '/v1/sites/{site}/admin/queues/{queue}': READ,
  '/v1/sites/{site}/admin/decisions': SEND,
  '/v1/sites/{site}/admin/undo': SEND,
  '/v1/sites/{site}/admin/policy': CHANGE,
  '/v1/sites/{site}/admin/learning': ['GET', 'DELETE'],
  '/v1/sites/{site}/admin/article': CHANGE,
  '/v1/sites/{site}/admin/comments': READ,
};

/** Addresses that had the article in their path, which API Gateway decodes before it routes: an address as id was lost there. */
const OF_ARTICLE = /^\/v1\/sites\/[^/]+\/(admin\/)?articles\/.+?(?:\/(comments(?:[.]html)?|form))?$/;

/** Where to ask instead of an address of the old form, as a route; undefined for any other. */
export const successorOf = (path: string): string | undefined => {
  const [found, admin, last] = OF_ARTICLE.exec(path) ?? [];
  if (found === undefined || (admin && last && last !== 'comments') || !(admin || last)) return undefined;
  return admin ? `/v1/sites/{site}/admin/${last ?? 'article'}` : `/v1/sites/{site}/${last}`;
};

/** The methods an address takes; none for one that is not there. */
export const allowedMethods = (path: string): readonly string[] => {
  const parts = path.split('/');
  const found = Object.entries(routes).find(([route]) => isRoute(route.split('/'), parts));
  return found?.[1] ?? [];
};

const isRoute = (route: readonly string[], parts: readonly string[]): boolean =>
  route.length === parts.length &&
  route.every((name, at) => (name.startsWith('{') ? parts[at] !== '' : parts[at] === name));
