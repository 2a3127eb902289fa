import { beforeEach, expect, test } from '@jest/globals';
import { parseAtomFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { DAY_S, stopClock } from '../../clock.ts';
import { type Ask, ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { claire, enlist, idOf, nora } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

const backend = withBackend({ policy: noFlood });
const clock = stopClock();
const path = { params: { site: 'demo' } };
const make = async (claims = claire) =>
  (await asModerator('make-feed', { method: 'POST', claims, body: {} })).json() as {
    url: string;
    since: string;
  };
const state = async (claims = claire) => (await asModerator('read-feed', { claims })).json();
const read = (url: string, asked: Ask = {}) =>
  ask('show-feed', {
    route: '/v1/sites/{site}/feeds/{feed}',
    params: { site: 'demo', feed: url.split('/').at(-1) ?? '' },
    ...asked,
  });
const say = (text: string, more: object = {}) => {
  clock.pass(1);
  return submit('gare', { author: 'Odile', text, ...more });
};
beforeEach(async () => {
  clock.pass(1);
  await asModerator('drop-feed', { method: 'DELETE' });
});

test('nobody has a feed until they make one; its address is told once, and excerpts of what waits are behind it', async () => {
  expect(await state()).toEqual({ since: null });
  await say('Le quai est désert. '.repeat(20));
  const { url, since } = await make();
  expect(await state()).toEqual({ since });
  const { statusCode, headers, body } = await read(url);
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  const feed = parseAtomFeed(body);
  expect(feed.entries?.[0]).toMatchObject({ authors: [{ name: 'Odile' }] });
  expect(feed.entries?.[0]?.id).toMatch(/^tag:comments\.example\.fr,\d{4}-\d\d-\d\d:demo\/[0-9A-Z]{26}$/);
  expect(feed.entries?.[0]?.summary?.value?.length).toBeLessThanOrEqual(140);
  expect(body).not.toContain(url.split('.').at(-1));
  expect(JSON.stringify(await backend.dump())).not.toContain(url.split('.').at(-1));
});

test('a decided comment leaves it, and the newest come first', async () => {
  const { url } = await make();
  const first = (await say('À décider.')).json();
  await say('À garder.');
  await decide('gare', first.id, 'reject');
  const summaries = (parseAtomFeed((await read(url)).body).entries ?? []).map(
    ({ summary }) => summary?.value,
  );
  expect(summaries[0]).toBe('À garder.');
  expect(summaries).not.toContain('À décider.');
});

test('another address ends the one before; switched off there is none, and whatever is wrong is the same 404', async () => {
  const one = await make();
  const two = await make();
  expect((await read(one.url)).statusCode).toBe(404);
  expect((await read(two.url)).statusCode).toBe(200);
  const wrong = [
    `${two.url}x`,
    two.url.slice(0, -1),
    `${two.url.slice(0, -1)}${two.url.endsWith('A') ? 'B' : 'A'}`,
    two.url.replace(idOf('demo', claire), idOf('demo', nora)),
    'x',
    `${'A'.repeat(22)}.${'B'.repeat(43)}`,
  ];
  const answers = await Promise.all(wrong.map((url) => read(url)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(wrong.map(() => 404));
  expect(new Set(answers.map((answer) => answer.json().code))).toEqual(new Set(['route-not-found']));
  const elsewhere = await read(two.url, { params: { site: 'autre', feed: two.url.split('/').at(-1) ?? '' } });
  expect(elsewhere.statusCode).toBe(404);
  expect((await asModerator('drop-feed', { method: 'DELETE' })).json()).toEqual({ since: null });
  expect((await read(two.url)).statusCode).toBe(404);
});

test('it dies with the membership, and who comes back has none', async () => {
  const sacha = { ...claire, sub: 'nouvelle' };
  await enlist(backend, 'demo', { ...sacha, role: 'moderator' });
  const { url } = await make(sacha);
  expect((await read(url)).statusCode).toBe(200);
  const params = { site: 'demo', member: idOf('demo', sacha) };
  await asModerator('remove-member', { method: 'DELETE', params });
  expect((await read(url)).statusCode).toBe(404);
  clock.pass(DAY_S);
  await enlist(backend, 'demo', { ...sacha, role: 'moderator' });
  expect((await read(url)).statusCode).toBe(404);
  expect(await state(sacha)).toEqual({ since: null });
});

test('a change of role leaves the feed, and the trail tells who made and dropped one, without its address', async () => {
  await enlist(backend, 'demo', { ...nora, role: 'moderator' });
  const { url } = await make(nora);
  const body = { role: 'admin' };
  await asModerator('change-member', {
    method: 'PATCH',
    body,
    params: { ...path.params, member: idOf('demo', nora) },
  });
  expect((await read(url)).statusCode).toBe(200);
  clock.pass(1);
  await asModerator('drop-feed', { method: 'DELETE', claims: nora });
  await follow(backend);
  const { entries } = (await asModerator('list-audit', { query: `by=${idOf('demo', nora)}` })).json();
  expect(entries.map(({ action }: any) => action)).toEqual(['drop-feed', 'make-feed']);
  expect(JSON.stringify(entries)).not.toContain(url.split('.').at(-1));
});

test('who has none and switches it off changes nothing', async () => {
  const before = await backend.kept();
  const answer = await asModerator('drop-feed', { method: 'DELETE' });
  expect([answer.statusCode, answer.json()]).toEqual([200, { since: null }]);
  expect(await backend.kept()).toEqual(before);
});

test('whatever was typed, two parsers read it', async () => {
  const { url } = await make();
  const hostile = [
    ...[
      ']]>',
      '<![CDATA[',
      '&amp;&bogus;&#0;',
      '<script>alert(1)</script>',
      '\u0001\u0008\u001f',
      '\ufffe\uffff',
    ],
    ...[
      '<?xml version="1.0"?>',
      '<!DOCTYPE x [<!ENTITY a "b">]>',
      '\u202e\u2066',
      '\u{1f600}\u{10ffff}',
      '-->',
      '\'"`',
    ],
  ];
  for (let n = 0; n < 50; n += 1)
    await say(`${hostile[n % hostile.length]} et ${n} ${hostile[(5 * n + 1) % hostile.length]}`, {
      author: `A ${hostile[(7 * n) % hostile.length]} ${n}`.slice(0, 60),
    });
  const { body } = await read(url);
  const one = parseAtomFeed(body);
  const other = await new RssParser().parseString(body);
  // Some are spam that is in no queue.
  expect(one.entries?.length).toBeGreaterThan(40);
  expect(one.entries?.map(({ id }) => id)).toEqual(other.items.map(({ id }) => id));
});
