import type { Reply } from '../src/api/service/check-health.ts';
import { readersApp } from '../src/app.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { json } from '../src/lambda/http.ts';

/** No site can have this id: that it is not found is the answer of a table that works. */
const NO_SITE = '-';
const app = readersApp();

export const handler = bareEndpoint().handler(async () => {
  await app.store.readSite(NO_SITE);
  return json<Reply>(200, { status: 'ok' });
});
