import { pagesApp } from '../src/app.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { headerOf, page } from '../src/lambda/http.ts';
import { moderationHeaders, moderationPage } from '../src/pages/moderation/moderation-page.ts';
import { negotiateLanguage } from '../src/pages/negotiate-language.ts';

const app = pagesApp();

export const handler = bareEndpoint().handler(async ({ event }) => {
  const language = negotiateLanguage(headerOf(event, 'accept-language'), 'en');
  const files = await app.moderationFiles();
  return page(200, moderationPage(language, files), moderationHeaders(app.signInOrigins));
});
