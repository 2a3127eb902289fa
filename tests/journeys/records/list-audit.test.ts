import { beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '../../../src/comment/time.ts';
import { stopClock } from '../../clock.ts';
import { follow } from '../follow-stream.ts';
import { CLAIRE } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend();
const TODAY = dayOf(Date.now());
const ids: string[] = [];
const audit = async (query = '', article?: string) => asModerator('list-audit', { query, article });
const entriesOf = async (query = '', article?: string) => (await audit(query, article)).json().entries;
/** Those of the two articles that all tests know. */
const known = (entries: any[]) => entries.filter(({ article }) => ['gare', 'halle'].includes(article));

beforeAll(async () => {
  for (const [n, article] of ['gare', 'halle', 'gare'].entries())
    ids.push(
      (await submit(article, { author: 'Camille', text: `Le train numéro ${n} est en retard.` })).json().id,
    );
  await follow(backend);
  await decide('gare', ids[0] as string, 'approve');
  await decide('halle', ids[1] as string, 'spam');
  await follow(backend);
});

test('a site’s trail tells who did what and when, newest first, over all of its articles', async () => {
  const entries = known(await entriesOf());
  expect(entries.map(({ action, article }: any) => `${action} ${article}`)).toEqual([
    'spam halle',
    'approve gare',
    'screen gare',
    'screen halle',
    'screen gare',
  ]);
  expect(entries[1]).toEqual({
    ...{
      at: expect.any(String),
      by: CLAIRE,
      name: 'claire',
      action: 'approve',
      article: 'gare',
      comment: ids[0],
      version: 2,
    },
    ...{
      subject: null,
      before: 'pending',
      after: 'approved',
      reason: null,
      page: null,
      policy: 1,
      batch: expect.any(String),
    },
  });
});

test.each([
  ['an article', '', 'halle', ['spam', 'screen']],
  ['an action', 'action=screen', undefined, ['screen', 'screen', 'screen']],
  ['a person', `by=${CLAIRE}`, undefined, ['spam', 'approve']],
  ['a span', 'until=2020-01-01', undefined, []],
  ['a span that ends before it begins', `since=${TODAY}T23:59:59Z&until=${TODAY}T00:00:00Z`, undefined, []],
  ['such a span of an article', `since=${TODAY}T23:59:59Z&until=${TODAY}T00:00:00Z`, 'halle', []],
  ['what is to come', 'since=9000-01-01', 'halle', []],
] as const)('it is narrowed to %s', async (_, query, article, actions) => {
  expect(known(await entriesOf(query, article)).map(({ action }: any) => action)).toEqual(actions);
});

test('it is narrowed to a comment', async () => {
  const entries = await entriesOf(`comment=${ids[0]}`, 'gare');
  expect(entries.map(({ version }: any) => version)).toEqual([2, 1]);
});

/** Page after page, however many days a page looks at. */
const paged = async (limit: number, article?: string) => {
  const entries: unknown[] = [];
  let next: string | null = '';
  for (let pages = 0; next !== null && pages < 30; pages += 1) {
    const page = (await audit(`limit=${limit}${next && `&cursor=${next}`}`, article)).json();
    entries.push(...page.entries);
    next = page.next;
  }
  return entries;
};

test.each([['of an article', 'gare'] as const, ['of the site', undefined] as const])(
  'its pages %s follow each other without a gap or a double',
  async (_, article) => {
    const all = await paged(100, article);
    expect(all.length).toBeGreaterThan(2);
    expect(await paged(2, article)).toEqual(all);
    expect(new Set(all.map((entry) => JSON.stringify(entry))).size).toBe(all.length);
  },
);

test('a cursor of one list is refused by another', async () => {
  const { next } = (await audit('limit=1')).json();
  expect((await audit(`limit=1&action=spam&cursor=${next}`)).json().code).toBe('invalid-cursor');
});

test('as a table, it says its columns, leads to its next page, and holds nothing that a spreadsheet would run', async () => {
  const { headers, body } = await audit('as=csv&limit=1', 'halle');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers.link).toMatch(/as=csv.*rel="next"/);
  const rows = body.split('\r\n');
  expect(rows[0]).toBe(
    'at,by,name,action,article,comment,version,subject,before,after,reason,page,policy,batch',
  );
  expect(rows[1]).toMatch(/^20[\d:TZ.-]+,[^,]+,claire,spam,halle,/);

  const formula = '=HYPERLINK("https://piege.example")';
  const { id } = (await submit(formula, { author: 'Camille', text: 'Un article au nom étrange.' })).json();
  await decide(formula, id, 'reject');
  expect((await audit('as=csv', formula)).body).toContain(`"'=HYPERLINK(""https://piege.example"")"`);
});

test('what was decided of an author’s page is told, in the table as well', async () => {
  const { id } = (
    await submit('page', { author: 'Camille', text: 'Voir ma page.', url: 'https://camille.example' })
  ).json();
  await decide('page', id, 'approve', { page: 'show' });
  await decide('page', id, 'approve', { page: 'hide' });
  const told = await entriesOf('', 'page');
  expect(told.map(({ action, page }: any) => [action, page])).toEqual([
    ['page', 'hide'],
    ['approve', 'show'],
  ]);
  expect((await audit('as=csv', 'page')).body).toMatch(/,page,page,[^,]+,\d+,,approved,approved,,hide,/);
});

test('what happened in the last moment of a day is found, though it is told of on the next', async () => {
  const midnight = Date.parse(dayOf(Date.now()));
  const day = dayOf(midnight - 1);
  const clock = stopClock(midnight - 1);
  try {
    const { id } = (await submit('minuit', { author: 'Camille', text: 'Minuit moins une.' })).json();
    await decide('minuit', id, 'approve');
  } finally {
    clock.restart();
  }
  await follow(backend);
  const found = await entriesOf(`since=${day}&until=${day}`);
  expect(found.map(({ article, action }: any) => `${action} ${article}`)).toContain('approve minuit');
});

test.each([
  ['since=yesterday', 'since'],
  ['action=<script>', 'action'],
  ['limit=1000', 'limit'],
])('%s is refused with its place', async (query, field) => {
  const reply = await audit(query);
  expect(reply.statusCode).toBe(400);
  expect(reply.json().fields.map((one: any) => one.field)).toEqual([field]);
});
