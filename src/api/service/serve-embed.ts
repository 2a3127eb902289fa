import type { RefusalCode } from '../../comment/refusal.ts';
import { headersOf, listed, unchanged } from '../openapi-parts.ts';

export const route = 'GET /embed.js';
/** Pages of publishers name it, so browsers may keep it for an hour without asking. */
export const cache = { clientS: 3600, forS: 3600, staleS: 86_400 };
export const refusals = ['route-not-found'] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'The script that lets the comments and the form on your pages work in place',
  responses: {
    '200': {
      description: 'The script',
      headers: headersOf({ ETag: listed.ETag, 'Cache-Control': listed['Cache-Control'] }),
      content: { 'text/javascript': { schema: { type: 'string' as const } } },
    },
    '304': unchanged,
  },
});
