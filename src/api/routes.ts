import { formRoutes, routes } from './contracts.ts';

/** Earlier addresses, with the article in their path. API Gateway decodes a path before it routes, so an address as id was lost there. */
const OF_ARTICLE = /^\/v1\/sites\/[^/]+\/(admin\/)?articles\/.+?(?:\/(comments(?:[.]html)?|form))?$/;

/** The path that replaces an earlier address; undefined for any other. */
export const successorOf = (path: string): string | undefined => {
  const [found, admin, last] = OF_ARTICLE.exec(path) ?? [];
  if (found === undefined || (admin && last && last !== 'comments') || !(admin || last)) return undefined;
  return admin ? `/v1/sites/{site}/admin/${last ?? 'article'}` : `/v1/sites/{site}/${last}`;
};

/** The methods that an address takes; none where there is nothing. */
export const allowedMethods = (path: string): readonly string[] => {
  const parts = path.split('/');
  const methods = [...Object.values(routes), ...formRoutes].flatMap((route) => {
    const [method = '', of = ''] = route.split(' ');
    return isRoute(of.split('/'), parts) ? [method] : [];
  });
  return methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET')] : methods;
};

const isRoute = (route: readonly string[], parts: readonly string[]): boolean =>
  route.length === parts.length &&
  route.every((name, at) => (name.startsWith('{') ? parts[at] !== '' : parts[at] === name));
