const READ = ['GET'];
const CHANGE = ['GET', 'PUT'];
const SEND = ['POST'];

/** Every address of the API and the methods it takes. A test holds it against serverless.yml and the OpenAPI document. */
export const routes: Readonly<Record<string, readonly string[]>> = {
  '/health': READ,
  '/openapi.json': READ,
  '/r/{receipt}': READ,
  '/v1/sites/{site}/counts': READ,
  '/v1/sites/{site}/articles/{article}/comments': ['GET', 'POST'],
  '/v1/sites/{site}/articles/{article}/comments.html': READ,
  '/v1/sites/{site}/articles/{article}/form': READ,
  '/v1/sites/{site}/admin/queues': READ,
  '/v1/sites/{site}/admin/queues/{queue}': READ,
  '/v1/sites/{site}/admin/decisions': SEND,
  '/v1/sites/{site}/admin/undo': SEND,
  '/v1/sites/{site}/admin/policy': CHANGE,
  '/v1/sites/{site}/admin/learning': ['GET', 'DELETE'],
  '/v1/sites/{site}/admin/articles/{article}': CHANGE,
  '/v1/sites/{site}/admin/articles/{article}/comments': READ,
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
