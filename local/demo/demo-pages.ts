import type { IncomingMessage } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { formAction, formPageAddress } from '../../src/comment/addresses.ts';
import { isCommentId } from '../../src/comment/comment-id.ts';
import { splitTarget } from '../gateway/event.ts';
import type { Reply } from '../gateway/reply.ts';
import { LOCAL_ISSUER } from '../signing-key.ts';
import { articlePage } from './article-page.ts';
import type { DemoArticle } from './articles/article.ts';
import { demoArticles } from './articles/articles.ts';
import { longArticle } from './articles/briefs.ts';
import { demoSite } from './demo-site.ts';
import { documentOf } from './document.ts';
import { indexPage } from './index-page.ts';
import { readConversation } from './read-conversation.ts';

/** The pages of the local server itself: the demo, and the half of its signing key that anybody may see. */
export const localPages = (url: string, keys: JSONWebKeySet) => {
  const origins = [url, url.replace('127.0.0.1', 'localhost')];
  return async (request: IncomingMessage): Promise<Reply | undefined> => {
    const { path, queryString } = splitTarget(request.url ?? '/');
    const article = [...demoArticles, longArticle].find((known) => known.path === path);
    if (article)
      return (
        answering(article, url, queryString) ?? documentOf(await pageOf(article, url, queryString), origins)
      );
    if (path === '/') return documentOf(indexDocument(), origins);
    if (path === '/.well-known/jwks.json') return json(keys);
    if (path === '/.well-known/openid-configuration')
      return json({ issuer: LOCAL_ISSUER, jwks_uri: `${url}/.well-known/jwks.json` });
    return undefined;
  };
};

const indexDocument = () => ({
  ...{ language: 'fr' as const, title: demoSite.name, isScripted: true },
  body: indexPage(),
});

/** An address with a comment to answer leads to the form that quotes it. */
const answering = (article: DemoArticle, url: string, queryString: string): Reply | undefined => {
  const parent = new URLSearchParams(queryString).get('replyto') ?? '';
  if (!isCommentId(parent)) return undefined;
  const page = `${url}${article.path}`;
  const location = formPageAddress(url, demoSite.id, {
    article: article.slug,
    parent,
    page,
    lang: article.language,
  });
  return { status: 303, headers: { location }, body: '' };
};

const pageOf = async (article: DemoArticle, url: string, queryString: string) => {
  const query = new URLSearchParams(queryString);
  const api = `/v1/sites/${demoSite.id}`;
  const link = `${url}${article.path}`;
  const conversation = await readConversation(`${url}${api}`, { ...article, link }, query);
  const place = { action: formAction(demoSite.id, 'comments', article.language), link };
  return {
    language: article.language,
    title: article.title,
    isScripted: true,
    body: articlePage(article, conversation, place),
  };
};

const json = (body: object): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
