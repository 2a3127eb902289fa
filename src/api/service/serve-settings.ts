import * as z from 'zod';
import type { ReplyOf } from '../contract.ts';
import { headersOf, jsonOf, listed, unchanged } from '../openapi-parts.ts';

export const route = 'GET /moderation/settings.json';
export const cache = { forS: 300, staleS: 3600 };
export const reply = () =>
  z
    .object({
      issuer: z.string().meta({ description: 'The OpenID Connect issuer to sign in with' }),
      clientId: z.string(),
      scope: z.string().meta({ description: 'What to ask it for' }),
      tokenUse: z.enum(['access', 'id']).meta({ description: 'Which of its tokens calls carry' }),
    })
    .meta({ id: 'SignInSettings' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "How the moderators' page signs in",
  responses: {
    '200': {
      ...jsonOf(reply(), 'The settings'),
      headers: headersOf({ ETag: listed.ETag, 'Cache-Control': listed['Cache-Control'] }),
    },
    '304': unchanged,
  },
});
