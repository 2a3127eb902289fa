import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { withServer } from '../../server/with-server.ts';
import { install } from '../installed-apart.ts';
import { realAddresses, wrongAddresses } from './addresses.ts';
import { complaintsAbout, generate, postAll, sweep } from './generate.ts';

// What somebody gets who takes /openapi.json at its word: a client that others' tools make of it.

const server = withServer({ TRUSTED_PROXIES: '127.0.0.1' });
let fits: (value: unknown) => unknown;

beforeAll(async () => {
  install();
  generate(server.url);
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema((await (await fetch(`${server.url}/openapi.json`)).json()) as object, 'api');
  fits = (value) => ajv.getSchema('api#/components/schemas/Submission')?.(value);
});
afterAll(sweep);

const submission = (nth: number, stated: object) => ({
  article: 'la-halle',
  author: 'Camille',
  text: `Le ${nth}e avis sur la halle, par quelqu'un qui y va à ${nth % 24} heures.`,
  ...stated,
});
/** What the document says of each submission, and what the server did. */
const judged = (submissions: readonly object[]) => {
  const statuses = postAll(server.url, submissions);
  return submissions.map((body, at) => ({
    body,
    document: fits(body),
    server: statuses[at] === 201 || statuses[at] === 202,
  }));
};
const differing = (all: ReturnType<typeof judged>) => all.filter((one) => one.document !== one.server);

test('a generated client posts 200 real addresses, and document and server take every one', () => {
  const all = judged(realAddresses.map((url, nth) => submission(nth, { url })));
  expect(all).toHaveLength(200);
  expect(all.filter((one) => one.document !== true || !one.server)).toEqual([]);
});

test('addresses of articles and links of the site’s own are taken alike by document and server', () => {
  const paths = realAddresses.flatMap((address) => {
    const { pathname, search, hash } = new URL(address);
    return [`${server.url}${pathname}${search}${hash}`];
  });
  const unique = [...new Set(paths)];
  const articles = unique.map((article, nth) => submission(nth, { article, link: article }));
  expect(unique.length).toBeGreaterThan(5);
  expect(differing(judged(articles))).toEqual([]);
});

test('document and server refuse the same addresses', () => {
  const all = judged(wrongAddresses.map((url, nth) => submission(nth, { url })));
  expect(differing(all)).toEqual([]);
});

test('the generated types refuse what the server refuses by its shape', () => {
  const right = { article: 'a', author: 'b', text: 'c', url: 'https://a.example/' };
  const bodies = [right, { article: 'a', text: 'c' }, { ...right, parent: 7 }, { ...right, titel: 'x' }];
  const named = ['', "'author'", "'number'", 'titel'];
  const complaints = complaintsAbout(bodies);
  expect(complaints[0]).toBe('');
  for (const [nth, complaint] of complaints.entries()) expect(complaint).toContain(named[nth]);
});
