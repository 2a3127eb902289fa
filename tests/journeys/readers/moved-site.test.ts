import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { stopClock } from '../../clock.ts';
import { aSite } from '../../storage/with-store.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, submit, submitForm } from '../requests.ts';
import { BASE_URL, noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const policy = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
const backend = withBackend({ policy });
const clock = stopClock();
afterAll(() => clock.restart());

const LINK = `${ORIGIN}/2026/gare`;
const fields = { author: 'Odile', text: 'Un mot sur la gare.', link: LINK };
const browser = { headers: { accept: 'text/html' } };
const params = { site: 'demo' };
let receipt = '';

const moveTo = async (origin: string) => {
  const { version = 0 } = (await backend.store.readSite('demo')) ?? {};
  await backend.store.saveSite(aSite({ origins: [origin], policy, version: version + 1 }), version);
  clock.pass(120);
};
/** Everything that leads readers and moderators to an article. */
const ways = async () => {
  const pages = [
    await ask('render-comments', { params, article: 'gare', query: 'as=page', ...browser }),
    await ask('open-form', { params, article: 'gare', query: 'as=page', ...browser }),
    await ask('render-json-ld', { params, article: 'gare' }),
    await ask('render-json-feed', { params, article: 'gare' }),
    await ask('render-atom', { params, article: undefined }),
    await ask('render-comments', { params, article: undefined }),
    await ask('show-receipt', { params: { receipt } }),
    await ask('show-receipt', { params: { receipt }, ...browser }),
    await asModerator('list-article-comments', { article: 'gare' }),
  ];
  expect(pages.map(({ statusCode }) => statusCode)).toEqual(pages.map(() => 200));
  return pages.map(({ body }) => body);
};

beforeAll(async () => {
  const sent = (await submit('gare', fields)).json();
  receipt = sent.receipt;
  clock.pass(1);
  await decide('gare', sent.id, 'approve');
  await follow(backend);
});

test('readers are led to the article while its address is on the site', async () => {
  await moveTo(ORIGIN);
  for (const body of await ways()) expect(body).toContain(LINK);
  const { headers } = await submitForm('gare', { author: 'Odile', text: 'Un autre mot.' });
  expect(headers.location).toContain(`${LINK}?around=`);
});

test('they are led to the same page of the site’s new scheme', async () => {
  await moveTo('http://www.example.fr:8080');
  for (const body of await ways()) expect(body).toContain('http://www.example.fr:8080/2026/gare');
});

test('once the site has moved, nobody is led to its old domain, and a form to where a browser follows it', async () => {
  await moveTo('https://neuf.example');
  for (const body of await ways()) expect(body).not.toContain('www.example.fr');
  for (const redirect of [{}, { redirect_to: LINK }]) {
    const text = `Un mot d’après, ${JSON.stringify(redirect).length}.`;
    const { headers } = await submitForm('gare', { author: 'Odile', text, ...redirect });
    expect(headers.location).toContain(`${BASE_URL}/v1/sites/demo/comments.html?article=gare`);
  }
});

test('the first comment that is approved after the move says where its article stands now', async () => {
  for (const origin of [ORIGIN, 'https://neuf.example']) {
    await moveTo(origin);
    const link = `${origin}/2026/port`;
    const { id } = (
      await submit('port', { author: 'Odile', text: `Le port, ${origin.length}.`, link })
    ).json();
    clock.pass(1);
    await decide('port', id, 'approve');
    await follow(backend);
    clock.pass(120);
    const { body } = await ask('render-json-ld', { params, article: 'port' });
    expect(body).toContain(link);
  }
});
