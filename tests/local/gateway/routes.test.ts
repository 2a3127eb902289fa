import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchRoute, routesOf } from '../../../local/gateway/routes.ts';
import { readStack, type Stack } from '../../../local/stack.ts';
import { grapheme } from '../../characters.ts';
import { fixtureStack } from './with-gateway.ts';

const stackOf = (...routes: readonly string[]): Stack => ({
  provider: {},
  functions: Object.fromEntries(routes.map((httpApi) => [httpApi, { events: [{ httpApi }] }])),
  resources: { Resources: {} },
});
const taken = (routes: readonly string[], method: string, path: string) =>
  matchRoute(routesOf(stackOf(...routes)), method, path)?.route.key;

test('a name beats a parameter, a parameter the greedy one, a method ANY, and $default comes last', () => {
  const routes = ['*', 'ANY /a/{rest+}', 'GET /a/{rest+}', 'ANY /a/{one}', 'GET /a/{one}', 'GET /a/b'];
  fc.assert(
    fc.property(fc.shuffledSubarray(routes, { minLength: routes.length }), (shuffled) => {
      expect(taken(shuffled, 'GET', '/a/b')).toBe('GET /a/b');
      expect(taken(shuffled, 'GET', '/a/c')).toBe('GET /a/{one}');
      expect(taken(shuffled, 'PUT', '/a/c')).toBe('ANY /a/{one}');
      expect(taken(shuffled, 'GET', '/a/c/d')).toBe('GET /a/{rest+}');
      expect(taken(shuffled, 'PUT', '/a/c/d')).toBe('ANY /a/{rest+}');
      expect(taken(shuffled, 'GET', '/b')).toBe('$default');
      expect(taken(shuffled, 'GET', '/')).toBe('$default');
    }),
  );
});

test('any segment without a slash fills a parameter and comes out as it is', () => {
  const routes = routesOf(stackOf('GET /s/{site}/a/{article}', 'GET /x/{rest+}'));
  const segment = fc.string({ unit: grapheme, minLength: 1 }).filter((text) => !text.includes('/'));
  fc.assert(
    fc.property(segment, segment, (site, article) => {
      const path = `/s/${site}/a/${article}`;
      expect(matchRoute(routes, 'GET', path)?.parameters).toEqual({ site, article });
      const rest = `${site}/${article}`;
      expect(matchRoute(routes, 'GET', `/x/${rest}`)?.parameters).toEqual({ rest });
    }),
  );
});

test('a path is taken as it is: doubled slashes, dots and other spellings lead nowhere', () => {
  for (const path of [
    '//echo',
    '/echo/',
    '/Echo',
    '/a/../echo',
    '/echo/..;/',
    '/%65cho',
    '/echo//articles/x',
    '/any/',
    '/any',
  ])
    expect(matchRoute(routesOf(fixtureStack()), 'POST', path)).toBeUndefined();
});

test('HEAD takes no route of another method', () => {
  expect(taken(['GET /a'], 'HEAD', '/a')).toBeUndefined();
  expect(taken(['GET /a', '*'], 'HEAD', '/a')).toBe('$default');
});

test('a route keeps its function, authorizer and scopes', () => {
  const route = routesOf(fixtureStack()).find(({ key }) => key === 'GET /guarded');
  expect(route).toMatchObject({
    functionName: 'echo',
    guard: { authorizer: 'moderators', scopes: ['comments:moderate', 'comments:admin'] },
  });
});

test('an authorizer that is not defined stops the start', () => {
  const stack = { ...fixtureStack(), provider: {} };
  expect(() => routesOf(stack)).toThrow('there is no authorizer "moderators"');
});

test('the parameters of the file are filled in with their defaults', () => {
  expect(fixtureStack().provider.httpApi?.authorizers?.moderators?.audience).toBe('palabre');
});

test('every admin route of the real stack is guarded', () => {
  const admin = routesOf(readStack()).filter(({ key }) => key.includes('/admin/'));
  expect(admin.length).toBeGreaterThan(8);
  for (const { key, guard } of admin)
    expect([key, guard]).toEqual([key, { authorizer: 'moderators', scopes: [] }]);
});
