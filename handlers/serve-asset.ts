import { embedApp, pagesApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { FOR_ANY_PAGE } from '../src/lambda/cached.ts';
import { chain } from '../src/lambda/chain.ts';
import { headerOf } from '../src/lambda/http.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';

const app = { ...pagesApp(), ...embedApp() };
/** Its name changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export const handler = chain(answer(), formRefusals()).handler(async ({ event }) => {
  const [moderation, embed] = await Promise.all([app.moderationFiles(), app.embedFiles()]);
  const files = { ...moderation.files, ...embed.files };
  const name = event.pathParameters?.file ?? '';
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) throw new Refusal('route-not-found', 'There is no such file. Load the page again.');

  const headers = {
    ...{ 'content-type': file.type, 'cache-control': FOR_EVER, vary: 'Accept-Encoding' },
    ...(Object.hasOwn(embed.files, name) ? FOR_ANY_PAGE : {}),
  };
  const takesBrotli = /(^|[\s,])br(?!\s*;\s*q=0(\.0*)?\s*(,|$))\s*([,;]|$)/i.test(
    headerOf(event, 'accept-encoding') ?? '',
  );
  return takesBrotli
    ? {
        statusCode: 200,
        headers: { ...headers, 'content-encoding': 'br' },
        body: file.brotli,
        isBase64Encoded: true,
      }
    : { statusCode: 200, headers, body: file.text };
});
