import { cache, type Reply } from '../src/api/service/serve-settings.ts';
import { readConfig } from '../src/config.ts';
import { bareEndpoint } from '../src/lambda/bare-endpoint.ts';
import { cached } from '../src/lambda/cached.ts';
import { json } from '../src/lambda/http.ts';

const { issuer, clientId, scope, tokenUse } = readConfig().signIn;

export const handler = bareEndpoint().handler(async ({ event }) =>
  cached(event, json<Reply>(200, { issuer, clientId, scope, tokenUse }), cache),
);
