import { readersApp } from '../src/app.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { json } from '../src/lambda/http.ts';

/** A site that cannot be: its absence is the answer of a table that works. */
const NO_SITE = '-';
const app = readersApp();

export const handler = bareEndpoint().handler(async () => {
  await app.store.readSite(NO_SITE);
  return json(200, { status: 'ok' });
});
