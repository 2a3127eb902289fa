import * as z from 'zod';
import type { ReplyOf } from '../contract.ts';
import { headersOf, jsonOf, listed, unchanged } from '../openapi-parts.ts';
import { address } from '../shapes.ts';

export const route = 'GET /embed.json';
export const cache = { forS: 300, staleS: 3600 };
export const reply = () =>
  z
    .object({
      script: address.meta({ description: 'Changes with its content, so that browsers keep it for a year' }),
      style: address,
      integrity: z.object({ script: digest(), style: digest() }),
      html: z.string().meta({ description: 'Both as elements for a page’s head' }),
    })
    .meta({ id: 'Embed', description: 'The readers’ script and its style sheet as they are deployed now' });
const digest = () => z.string().regex(/^sha384-/);
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'The readers’ script and style sheet by names and digests, for pages that check what they load',
  responses: {
    '200': {
      ...jsonOf(reply(), 'Their addresses'),
      headers: headersOf({ ETag: listed.ETag, 'Cache-Control': listed['Cache-Control'] }),
    },
    '304': unchanged,
  },
});
