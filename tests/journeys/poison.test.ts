import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { parse } from '../pages/markup.ts';
import { ask } from './call-gateway.ts';
import { follow } from './follow-stream.ts';
import { invoke } from './functions.ts';
import { asModerator, decide, list, pending, submit } from './requests.ts';
import { withBackend } from './with-backend.ts';

const backend = withBackend();
const params = { site: 'demo' };

const texts: readonly (readonly [string, string])[] = [
  ['8,000 combining marks', `a${'\u0301'.repeat(8_000)}`],
  ['3,000 flags', '🇫🇷'.repeat(3_000)],
  ['9,998 line breaks', `a${'\n'.repeat(9_998)}b`],
  ['one word of 10,000 letters', 'x'.repeat(10_000)],
  ['10,000 brackets', '['.repeat(10_000)],
  ['5,000 quotes of Markdown', '> '.repeat(5_000)],
  ['links without an end', 'http://'.repeat(1_400)],
  ['mail without an end', 'a@'.repeat(5_000)],
  ['stars at the end of a link', `http://example.com/${'*'.repeat(9_900)}a`],
  ['10,000 code points', String.fromCodePoint(...Array.from({ length: 10_000 }, (_, n) => 0x4e00 + n))],
  ['every direction there is', '\u202A\u202B\u202D\u202E\u2066\u2067\u2068 '.repeat(1_200)],
  ['markup', '<details open ontoggle=top[8680439..toString(30)](1)>'.repeat(100)],
  ['half of a page', '</article></main></html><!--'.repeat(100)],
  ['controls', `a${'\u0001\u0008\u001B[2J\u007F\u009F'.repeat(100)}b`],
];

test.each(texts)('%s can be sent, listed, shown and rejected', async (_, text) => {
  const answer = await submit('poison', { author: 'Camille', text });
  expect([202, 422]).toContain(answer.statusCode);
  if (answer.statusCode === 422) return;

  const { id } = answer.json();
  expect((await pending()).map((comment: any) => comment.id)).toContain(id);
  await decide('poison', id, 'approve');
  const [shown] = (await list('poison')).json().comments;
  expect(shown.id).toBe(id);
  parse((await ask('render-comments', { params, article: 'poison' })).body);
  expect((await decide('poison', id, 'reject')).json().results).toMatchObject([{ status: 'rejected' }]);
  expect((await list('poison')).json().comments).toEqual([]);
});

test('an item that nobody can read is left out, and takes no list, count or cleanup down with it', async () => {
  const ids: string[] = [];
  for (const n of [1, 2, 3])
    ids.push((await submit('casse', { author: 'Camille', text: `Message ${n}.` })).json().id);
  for (const id of ids.slice(0, 2)) await decide('casse', id, 'approve');
  const items = (await backend.dump()).filter(
    ({ pk, sk }) => pk?.S === 'demo#casse' && sk?.S?.startsWith('C#'),
  );
  const damaged = [
    items.find(({ sk }) => sk?.S === `C#${ids[0]}`),
    items.find(({ sk }) => sk?.S === `C#${ids[2]}`),
  ];
  for (const item of damaged) {
    const Item = { ...item, shown: { M: {} }, queued: { M: { verdict: { S: ';broken' } } } };
    await backend.client.send(new PutItemCommand({ TableName: backend.tableName, Item: Item as never }));
  }

  const at = { params: { site: 'demo' }, article: 'casse' };
  expect((await list('casse')).json().comments.map((comment: any) => comment.id)).toEqual([ids[1]]);
  parse((await ask('render-comments', at)).body);
  expect((await asModerator('list-article-comments', at)).json().comments).toMatchObject([{ id: ids[1] }]);
  expect((await pending()).map((comment: any) => comment.id)).not.toContain(ids[2]);
  expect((await asModerator('list-queues')).statusCode).toBe(200);
  expect(await follow(backend)).toEqual([]);
  for (const job of ['purge-expired', 'forget-networks', 'reconcile-counts'])
    expect(await invoke(job, { job, dryRun: false })).toMatchObject({ finished: true });
});
