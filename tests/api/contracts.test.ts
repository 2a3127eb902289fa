import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import type { Contract } from '../../src/api/contract.ts';
import { contracts, formRoutes, routes } from '../../src/api/contracts.ts';
import { checkContract } from '../api/keep-contract.ts';

type HttpApi = string | { readonly method: string; readonly path: string; readonly authorizer?: Authorizer };
type Authorizer = { readonly name: string };
type Functions = Readonly<Record<string, { readonly events?: readonly { readonly httpApi?: HttpApi }[] }>>;

const { functions } = load(readFileSync('serverless.yml', 'utf8')) as { readonly functions: Functions };

/** The routes of a function, except preflights and the one that takes everything else. */
const deployed = (name: string) =>
  (functions[name]?.events ?? []).flatMap(({ httpApi }) => {
    if (httpApi === undefined) return [];
    const route = typeof httpApi === 'string' ? httpApi : `${httpApi.method} ${httpApi.path}`;
    const authorizer = typeof httpApi === 'string' ? undefined : httpApi.authorizer;
    return route === '*' || route.startsWith('OPTIONS ') ? [] : [{ route, authorizer }];
  });

test('every function with a route has a contract, and every contract a function', () => {
  const names = Object.keys(functions).filter((name) => deployed(name).length > 0);
  expect(Object.keys(contracts).sort()).toEqual(names.sort());
});

test('every file of a contract is listed under its own name', () => {
  const files = globSync('src/api/{readers,moderators,service}/**/*.ts').map((path) => basename(path, '.ts'));
  expect(Object.keys(contracts).sort()).toEqual(files.sort());
});

test('the list of routes names each contract’s own', () => {
  expect(routes).toEqual(
    Object.fromEntries(Object.entries(contracts).map(([name, { route }]) => [name, route])),
  );
});

test('the list of routes for forms names each contract’s own', () => {
  const byForm = Object.values<Contract>(contracts).flatMap((contract) => contract.byForm ?? []);
  expect(formRoutes).toEqual(byForm);
});

describe.each(Object.entries<Contract>(contracts))('the contract of %s', (name, contract) => {
  const { route, byForm, roles } = contract;
  const authorizer = roles === undefined ? undefined : { name: 'moderators' };

  test('has the route of serverless.yml, guarded where it takes a token, HEAD beside GET, and one for forms that cannot send it', () => {
    const also = route.startsWith('GET ') ? [route.replace('GET', 'HEAD')] : byForm ? [byForm] : [];
    const expected = [route, ...also];
    expect(deployed(name)).toEqual(expected.map((one) => ({ route: one, authorizer })));
  });

  test('describes every parameter of its path', () => {
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const described = Object.keys(contract.params?.().shape ?? {});
    expect([...(names.includes('site') ? ['site'] : []), ...described]).toEqual(names);
  });

  test('has a body where something is sent, and lets caches keep only what everybody may read', () => {
    expect(contract.body !== undefined).toBe(/^(POST|PUT|PATCH) /.test(route));
    if (contract.cache) expect([route.startsWith('GET '), roles]).toEqual([true, undefined]);
  });
});

test('journeys fail by name on an answer that the contract does not have', () => {
  const answer = (statusCode: number, body: object, type = 'application/json; charset=utf-8') => ({
    statusCode,
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
  const problem = (code: string) => answer(400, { code }, 'application/problem+json');
  const item = (code: string) =>
    answer(200, { results: [{ article: 'a', comment: 'b', problem: aProblem(code) }] });
  const aProblem = (code: string) => ({ type: '', title: '', status: 409, detail: '', code });
  const check = (name: string, given: Parameters<typeof checkContract>[1]) => () =>
    checkContract(name, given);

  expect(check('check-health', answer(200, { status: 'ok' }))).not.toThrow();
  expect(check('check-health', answer(200, { status: 'ok', secret: 1 }))).toThrow(
    'check-health answered fields of',
  );
  expect(check('check-health', answer(200, {}))).toThrow('check-health answered {}');
  expect(check('check-health', answer(202, { status: 'ok' }))).toThrow('check-health answered 202');
  expect(check('list-comments', problem('invalid-cursor'))).not.toThrow();
  expect(check('count-comments', problem('invalid-cursor'))).toThrow(
    'count-comments answered invalid-cursor',
  );
  expect(check('undo-decisions', item('changed-meanwhile'))).not.toThrow();
  expect(check('undo-decisions', item('already-decided'))).toThrow('already-decided for an item');
  expect(check('refuse-route', problem('route-not-found'))).not.toThrow();
});
