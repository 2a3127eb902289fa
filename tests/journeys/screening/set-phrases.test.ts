import { expect, test } from '@jest/globals';
import { submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const text = 'Merci beaucoup pour cet article vraiment très clair !';
const objections = async (article: string, more: object, ip: string) => {
  const { id } = (await submit(article, { author: 'Zoé', text, ...more }, { ip })).json();
  const item: any = (await backend.dump()).find(({ sk }) => sk?.S === `C#${id}`);
  return item.queued.M.verdict.S.match(/(near-)?duplicate![^;]*/g);
};
test('a set phrase of others is held against nobody who writes it with an address, and an address makes it one', async () => {
  expect(await objections('p1', {}, '203.0.113.9')).toBeNull();
  expect(await objections('p2', {}, '203.0.99.9')).toBeNull();
  expect(await objections('p3', { url: 'https://zoe.example.fr/' }, '198.51.100.77')).toBeNull();
  expect(await objections('p4', { url: 'https://zoe.example.fr/' }, '198.51.99.77')).not.toBeNull();
  expect(await objections('p5', {}, '192.0.2.250')).toBeNull();
  expect(await objections('p6', {}, '192.0.2.250')).toHaveLength(1);
});
