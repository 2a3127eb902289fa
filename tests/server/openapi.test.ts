import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { routes } from '../../src/api/contracts.ts';
import { callsTo, noFlood } from './calls.ts';
import { fitting, type Schema, spoiled } from './from-schema.ts';
import { withServer } from './with-server.ts';

const server = withServer();
const RUNS = 12;
/** A comment has the most that can be wrong. */
const RUNS_OF_POSTS = 60;

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
};

let document: any;
let token = '';
let ajv: Ajv2020;
beforeAll(async () => {
  document = await (await fetch(`${server.url}/openapi.json`)).json();
  token = await server.token('--site', 'demo', '--scope', 'comments:moderate', '--scope', 'comments:admin');
  await server.makeSite('autre');
  await callsTo(server).setPolicy(noFlood);
  ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(document, 'document');
});

const resolve = (schema: Schema): Schema =>
  schema.$ref
    ? resolve(
        schema.$ref
          .split('/')
          .slice(1)
          .reduce((part, name) => part[name], document),
      )
    : schema;
/** Compiled once each: by the schema's text, within the document. */
const validators = new Map<string, ValidateFunction>();
const validate = (schema: Schema, value: unknown): string | undefined => {
  const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
  const validator = validators.get(text) ?? ajv.compile(JSON.parse(text));
  validators.set(text, validator);
  return validator(value) ? undefined : ajv.errorsText(validator.errors);
};

// HEAD is GET without its body: the document need not say it twice.
const operations = Object.values(routes).map((route) => route.split(' ') as [string, string]);
const operationAt = (method: string, path: string): Operation => document.paths[path][method.toLowerCase()];

/** Mostly the site there is, so that most calls reach what they are about. */
const inPath: Readonly<Record<string, fc.Arbitrary<string>>> = {
  site: fc.oneof(
    { weight: 9, arbitrary: fc.constant('demo') },
    { weight: 1, arbitrary: fc.constant('nowhere') },
  ),
  article: fc.oneof(
    fc.constantFrom('gare', 'budget 2027', 'https://www.example.fr/a?utm_source=x'),
    fc.string({ minLength: 1, maxLength: 40 }),
  ),
  queue: fc.constantFrom('pending', 'spam', 'elsewhere'),
  receipt: fc.stringMatching(/^[\w-]{1,80}$/),
};

const addressOf = (path: string, { parameters = [] }: Operation) => {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const arbitrary = fc.record({
    path: fc.record(Object.fromEntries(names.map((name) => [name, inPath[name] ?? fc.constant('x')]))),
    query: fc.record(
      Object.fromEntries(
        query.map(({ name, schema }) => [name, fc.oneof(fitting(schema, resolve), fc.string())]),
      ),
      { requiredKeys: [] },
    ),
  });
  return arbitrary.map((parts) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent((parts.path as any)[name]).replaceAll('.', '%2E'),
    );
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(parts.query)) search.set(name, String(value));
    return `${server.url}${filled}${search.size > 0 ? `?${search}` : ''}`;
  });
};

const bodyOf = ({ requestBody }: Operation): fc.Arbitrary<unknown> => {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return fc.constant(undefined);
  const good = fitting(schema, resolve).map(onThisSite);
  return fc.oneof(good, good.chain(spoiled));
};

/** An article's address must be the site's own, and a comment answers one that is there: chance would meet neither. */
const onThisSite = (value: any): unknown => {
  if (typeof value?.link !== 'string') return value;
  const { parent: _, ...rest } = value;
  return { ...rest, link: `${server.url}/fr/` };
};

/** Asks once more when the server closed an idle connection just as a busy machine's client sent on it. */
const request = (url: string, init: RequestInit) => fetch(url, init).catch(() => fetch(url, init));

const call = (method: string, url: string, body: unknown) =>
  request(url, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** How often each operation answered what. */
const seen: Record<string, number> = {};

const check = async (operation: Operation, answer: Response) => {
  seen[answer.status] = (seen[answer.status] ?? 0) + 1;
  const documented = resolve(
    operation.responses[String(answer.status)] as Schema,
  ) as Operation['responses'][string];
  if (!documented) throw new Error(`${answer.status} is not documented: ${await answer.text()}`);
  expect(answer.status).toBeLessThan(500);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await answer.text();
  if (!documented.content) return expect(text).toBe('');
  expect(Object.keys(documented.content)).toContain(type);
  if (type.endsWith('json'))
    expect(validate(documented.content[type]?.schema ?? {}, JSON.parse(text))).toBeUndefined();
};

test.each(operations)(
  '%s %s answers only what the API document says, whatever it is asked',
  async (method, path) => {
    const operation = operationAt(method, path);
    await fc.assert(
      fc.asyncProperty(addressOf(path, operation), bodyOf(operation), async (url, body) => {
        await check(operation, await call(method, url, body));
      }),
      { numRuns: path.endsWith('/comments') ? RUNS_OF_POSTS : RUNS, seed: 7 },
    );
  },
);

test.each(operations.filter(([, path]) => path.includes('/admin/')))(
  '%s %s wants a moderator',
  async (method, path) => {
    const url = `${server.url}${path.replaceAll(/\{site\}/g, 'demo').replaceAll(/\{\w+\}/g, 'pending')}`;
    for (const authorization of ['', 'Bearer', 'Bearer x.y.z', `Bearer ${token}x`, `Basic ${token}`]) {
      const answer = await request(url, { method, ...(authorization ? { headers: { authorization } } : {}) });
      expect([authorization.slice(0, 12), answer.status]).toEqual([authorization.slice(0, 12), 401]);
    }
    const elsewhere = await server.token(
      '--site',
      'autre',
      '--scope',
      'comments:moderate',
      '--scope',
      'comments:admin',
    );
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
    const answer = await request(url, {
      method,
      ...body,
      headers: { ...body.headers, authorization: `Bearer ${elsewhere}` },
    });
    // Who joins a team is on none yet.
    expect(answer.status).toBe(path.endsWith('/join') ? 422 : 404);
  },
);

// The calls went deep: good ones, refused ones and unknown ones.
afterAll(() => {
  for (const status of [200, 202, 400, 404, 422])
    expect([status, (seen[status] ?? 0) > 5]).toEqual([status, true]);
});
