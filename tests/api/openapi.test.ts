import { expect, test } from '@jest/globals';
import { validate } from '@readme/openapi-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Contract } from '../../src/api/contract.ts';
import { contracts } from '../../src/api/contracts.ts';
import { openApiDocument } from '../../src/api/openapi.ts';
import { problemOf } from '../../src/api/problem.ts';
import { commentList } from '../../src/api/reader-views.ts';
import { receiptView } from '../../src/api/receipts/receipt-views.ts';
import { articleComment, queuedComment } from '../../src/api/rows/row-views.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { aComment, NOW } from '../make.ts';

const document = () => JSON.parse(JSON.stringify(openApiDocument('https://comments.example.org')));
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly headers?: Readonly<Record<string, unknown>> }>
  >;
};
const operations = (): (Operation & { path: string; method: string })[] =>
  Object.entries<Record<string, Operation>>(document().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
  );

test('the document is valid OpenAPI 3.1', async () => {
  expect(await validate(document())).toMatchObject({ valid: true, warnings: [] });
});

test('it describes every route and no other', () => {
  const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  const all: readonly Contract[] = Object.values(contracts);
  const named = all.flatMap(({ route, byForm }) => [route, ...(byForm ? [byForm] : [])]);
  expect(described.sort()).toEqual(named.sort());
});

test('every operation is named, summed up, tagged and says who may call it', () => {
  const all = operations();
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  for (const { path, summary, tags, security } of all) {
    expect(summary).not.toBe('');
    expect(tags).toHaveLength(1);
    expect(security.length > 0).toBe(path.includes('/admin/'));
  }
});

test('every parameter of a path is declared, and every answer described', () => {
  for (const { path, parameters = [], responses } of operations()) {
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
    expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
    for (const { description } of Object.values(responses)) expect(description).not.toBe('');
  }
});

test('every operation names what the gateway and a failing storage answer', () => {
  for (const { path, responses } of operations()) {
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['413', '429', '431', '500', '503']));
    if (path.includes('/admin/'))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '404']));
  }
});

test('what is kept is declared with its ETag and 304, a refused token with its challenge, and a way on with its address', () => {
  const keeping = Object.entries<Contract>(contracts).filter(([, { cache }]) => cache !== undefined);
  const asked = new Set([...keeping.map(([name]) => name), 'list-queues']);
  for (const { operationId, responses } of operations()) {
    const headersOf = (status: string) => Object.keys(responses[status]?.headers ?? {});
    if (asked.has(operationId))
      expect([operationId, headersOf('200'), headersOf('304')]).toEqual([
        operationId,
        expect.arrayContaining(['ETag']),
        ['ETag'],
      ]);
    if (responses['401']) expect(headersOf('401')).toEqual(['WWW-Authenticate']);
    if (responses['303']) expect([operationId, headersOf('303')]).toEqual([operationId, ['Location']]);
  }
});

test('an edit is described as a form and as JSON at both of its addresses', () => {
  const { paths } = document();
  for (const operation of [paths['/r/{receipt}'].patch, paths['/r/{receipt}/edit'].post]) {
    expect(Object.keys(operation.requestBody.content).toSorted()).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '303']));
  }
});

test('no parameter promises to be longer than what the gateway takes of an address', () => {
  const lengths = (of: unknown) =>
    [...JSON.stringify(of).matchAll(/"maxLength":(\d+)/g)].map(([, n]) => Number(n));
  expect(Math.max(...operations().flatMap(({ parameters = [] }) => lengths(parameters)))).toBe(10_240);
  expect(lengths(document().components.schemas.Submission)).toContain(16_384);
});

test('requests refuse unknown fields, as the code does', () => {
  const { schemas } = document().components;
  for (const name of ['Submission', 'Decisions', 'Undo', 'ArticleChange', 'PolicyChange'])
    expect(schemas[name].additionalProperties).toBe(false);
});

test('views answer what the document promises', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document(), 'api');
  const problemsIn = (name: string, value: unknown) => {
    const validateValue = ajv.getSchema(`api#/components/schemas/${name}`);
    return validateValue?.(JSON.parse(JSON.stringify(value)))
      ? []
      : (validateValue?.errors ?? ['no such schema']);
  };
  const comment = aComment({
    url: 'https://www.example.fr/a|b',
    expiresAt: NOW,
    authorRecord: { approved: 0, refused: 1 },
  });
  const around = { articles: new Map(), authors: new Map(), answered: new Map() };
  const showing = { site: { origins: [] }, language: 'en', around, isWhole: true } as const;
  expect(
    problemsIn(
      'CommentList',
      commentList({ id: 'a', count: 1, timeZone: 'UTC', ...defaultPolicy.display }, { items: [comment] }),
    ),
  ).toEqual([]);
  expect(problemsIn('QueuedComment', queuedComment(comment, showing))).toEqual([]);
  expect(problemsIn('ArticleComment', articleComment(comment, showing))).toEqual([]);
  expect(problemsIn('Receipt', receiptView(comment, { article: undefined }))).toEqual([]);
  expect(problemsIn('Problem', problemOf(new Refusal('site-not-found', 'No.'), 'r'))).toEqual([]);
  expect(problemsIn('Problem', problemOf(new Error('x')))).toEqual([]);
});
