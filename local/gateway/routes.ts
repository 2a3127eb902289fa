import type { RouteSetup, Stack } from '../stack.ts';

export type Guard = { readonly authorizer: string; readonly scopes: readonly string[] };
export type Route = {
  /** API Gateway's route key: `GET /path/{name}`, or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly guard?: Guard;
};
export type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };

/**
 * All HTTP routes, in the order they are tried: a literal before a parameter, a parameter before the greedy `{name+}`,
 * a method before ANY, `$default` last.
 * @throws when a route names an authorizer that is not defined.
 */
export const routesOf = (stack: Stack): readonly Route[] => {
  const known = stack.provider.httpApi?.authorizers ?? {};
  const routes = Object.entries(stack.functions).flatMap(([name, { events = [] }]) =>
    events.flatMap(({ httpApi }) => (httpApi ? [toRoute(name, httpApi)] : [])),
  );
  for (const { key, guard } of routes)
    if (guard && !(guard.authorizer in known))
      throw new Error(`${key}: there is no authorizer "${guard.authorizer}".`);
  return routes.toSorted((one, other) => rank(one).localeCompare(rank(other)));
};

const toRoute = (functionName: string, setup: RouteSetup): Route => {
  if (setup === '*') return { key: '$default', functionName, method: 'ANY', segments: ['{any+}'] };
  const [verb = '', path = ''] =
    typeof setup === 'string' ? setup.trim().split(/\s+/) : [setup.method, setup.path];
  const method = verb === '*' ? 'ANY' : verb.toUpperCase();
  const guard = typeof setup === 'string' ? undefined : setup.authorizer;
  return {
    key: `${method} ${path}`,
    functionName,
    method,
    segments: path.split('/').slice(1),
    ...(guard ? { guard: { authorizer: guard.name, scopes: guard.scopes ?? [] } } : {}),
  };
};

const rank = ({ key, method, segments }: Route): string => {
  if (key === '$default') return '9';
  const kinds = segments.map((segment) => (isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0'));
  return `${kinds.join('')}${method === 'ANY' ? '3' : ''}`;
};
const isParameter = (segment: string) => segment.startsWith('{');
const isGreedy = (segment: string | undefined) => segment?.endsWith('+}') ?? false;

/** The first route that matches a request. @param path decoded */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  const sent = path.split('/').slice(1);
  for (const route of routes) {
    if (route.method !== method && route.method !== 'ANY') continue;
    const parameters = route.key === '$default' ? {} : parametersOf(route.segments, sent);
    if (parameters) return { route, parameters };
  }
  return undefined;
};

const parametersOf = (
  segments: readonly string[],
  sent: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const isLong = isGreedy(segments.at(-1)) ? sent.length >= segments.length : sent.length === segments.length;
  const pairs = segments.map((segment, at): readonly [string, string] => [
    segment,
    isGreedy(segment) ? sent.slice(at).join('/') : (sent[at] ?? ''),
  ]);
  if (!isLong || !pairs.every(([segment, value]) => (isParameter(segment) ? value : value === segment)))
    return undefined;
  return Object.fromEntries(
    pairs
      .filter(([segment]) => isParameter(segment))
      .map(([segment, value]) => [segment.replace(/[{}+]/g, ''), value]),
  );
};
