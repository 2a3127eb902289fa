import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { articlePage } from '../../../local/demo/article-page.ts';
import { demoArticles } from '../../../local/demo/articles/articles.ts';
import { readConversation } from '../../../local/demo/read-conversation.ts';

const place = { action: '/comments', link: 'http://127.0.0.1/en/' };

/** What is read from an API that gives some answers by the end of their path. */
const readFrom = async (answers: Readonly<Record<string, string>>, query = '') => {
  const asked: string[] = [];
  const caching = new Set<string | undefined>();
  const api = createServer(({ url = '', headers }, response) => {
    asked.push(`${url} ${headers['accept-language']}`);
    caching.add(headers['cache-control']);
    const found = Object.entries(answers).find(([end]) => new URL(url, 'http://a').pathname.endsWith(end));
    response.writeHead(found ? 200 : 503).end(found?.[1].replaceAll('BASE', `http://${headers.host}`));
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/a`;
  const conversation = await readConversation(
    url,
    { slug: 'fair', language: 'en', link: place.link },
    new URLSearchParams(query),
  );
  api.close();
  return { asked: asked.sort(), caching: [...caching], conversation };
};
const page = (conversation: Parameters<typeof articlePage>[1]) =>
  String(articlePage(demoArticles.find(({ language }) => language === 'en') as never, conversation, place));

test('comments and a form token are asked for in the page’s language', async () => {
  const { asked, conversation } = await readFrom({
    '/comments.html': '<p>All of them</p>',
    '/form': '{"formToken":"abc","mode":"open"}',
  });
  expect(asked).toEqual([
    '/a/comments.html?article=fair&page=http%3A%2F%2F127.0.0.1%2Fen%2F en',
    '/a/form?article=fair en',
  ]);
  const markup = page(conversation);
  expect(markup).toContain('<p>All of them</p>');
  expect(markup).toContain('name="formToken" value="abc"');
});

test('a page is read past every cache, so that who has just written finds their comment on it', async () => {
  const { caching } = await readFrom({});
  expect(caching).toEqual(['no-store']);
});

test('which comments are shown is handed on, and nothing else of the page’s address', async () => {
  const { asked } = await readFrom({}, 'article=other&cursor=y&around=z&page=w&utm_source=x');
  expect(asked[0]).toBe(
    '/a/comments.html?article=fair&page=http%3A%2F%2F127.0.0.1%2Fen%2F&cursor=y&around=z en',
  );
});

test('a place among the comments that there is no more leads to the first of them', async () => {
  const api = createServer(({ url = '' }, response) => {
    const isDead = new URL(url, 'http://a').searchParams.has('cursor');
    response.writeHead(isDead ? 400 : 200).end(url.includes('/form') ? '{}' : '<p>The first ones</p>');
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/a`;
  const article = { slug: 'fair', language: 'en' as const, link: place.link };
  const conversation = await readConversation(url, article, new URLSearchParams('cursor=x'));
  api.close();
  expect(page(conversation)).toContain('<p>The first ones</p>');
});

test('without its API a page says so politely and still has its form', async () => {
  const { conversation } = await readFrom({});
  const markup = page(conversation);
  expect(markup).toContain('Comments cannot be shown at the moment.');
  expect(markup).toContain('<form method="post"');
  expect(markup).not.toContain('name="formToken"');
});

test('a closed article has no form', async () => {
  const { conversation } = await readFrom({ '/form': '{"formToken":"abc","mode":"closed"}' });
  expect(page(conversation)).not.toContain('<form');
});
