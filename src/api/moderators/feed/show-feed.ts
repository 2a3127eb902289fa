import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';

export const route = 'GET /v1/sites/{site}/feeds/{feed}';
/** A member's id and a secret: neither is told apart from nonsense. */
export const params = () =>
  z.object({
    feed: z.string().regex(/^[\w-]{22}\.[\w-]{43}$/, { error: 'There is nothing at this address.' }),
  });
export const refusals = ['route-not-found'] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'What waits for a moderator, as an Atom feed',
  description: 'The fifty that came last, in excerpts. Its address is a secret of one member.',
  responses: {
    '200': {
      description: 'The feed',
      content: { 'application/atom+xml': { schema: { type: 'string' as const } } },
    },
  },
});
