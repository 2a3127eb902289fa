import { headersOf, listed, unchanged } from '../openapi-parts.ts';

export const route = 'GET /embed.css';
/** Pages of publishers name it, so browsers may keep it for an hour without asking. */
export const cache = { clientS: 3600, forS: 3600, staleS: 86_400 };
export const document = () => ({
  summary: 'A style sheet for the comments and the form on your pages',
  responses: {
    '200': {
      description: 'The style sheet',
      headers: headersOf({ ETag: listed.ETag, 'Cache-Control': listed['Cache-Control'] }),
      content: { 'text/css': { schema: { type: 'string' as const } } },
    },
    '304': unchanged,
  },
});
