import { expect, test } from '@jest/globals';
import { follow } from '../follow-stream.ts';
import { asModerator, submit, withBackend } from '../with-backend.ts';

const backend = withBackend();
/** More than one day is looked through. */
const ARTICLES = 301;

test('a trail that leaves something out says so, as a table by a header', async () => {
  const post = (n: number) =>
    submit(`article-${n}`, { author: 'Camille', text: `Le train ${n} est en retard.` });
  for (let n = 0; n < ARTICLES; n += 1) await post(n);
  await follow(backend);
  const audit = async (query: string) => asModerator('list-audit', { query });
  expect((await audit('limit=1')).json().partial).toBe(true);
  expect((await audit('limit=1&as=csv')).headers).toMatchObject({ 'palabre-partial': 'true' });
  const ofOne = await asModerator('list-audit', { query: 'as=csv', article: 'article-1' });
  expect(ofOne.headers).not.toHaveProperty('palabre-partial');
}, 120_000);
