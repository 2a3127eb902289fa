import * as z from 'zod';
import { editors } from '../../comment/comment.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import { rejectionReasons } from '../../comment/status.ts';
import type { ReplyOf } from '../contract.ts';
import { opaque } from '../fields/fields.ts';
import { jsonOf, page } from '../openapi-parts.ts';
import { article, id, links, time } from '../shapes.ts';

export const route = 'GET /r/{receipt}';
export const params = () => z.object({ receipt: opaque(600) });
export const refusals = ['receipt-not-found'] as const satisfies readonly RefusalCode[];

/** A comment taken for spam stays `pending` for its author. */
export const reply = () =>
  z
    .object({
      id,
      article,
      status: z.enum(['published', 'pending', 'not-published', 'withdrawn']),
      because: z
        .array(z.string())
        .meta({ description: 'Why it waits or was rejected, in the language it was sent in' }),
      reason: z.enum(rejectionReasons).nullable(),
      note: z.string().nullable().meta({ description: 'What a moderator wrote to the author' }),
      edited: z.enum(editors).nullable().meta({ description: 'Who changed the text since' }),
      author: z.string(),
      text: z.string(),
      html: z.string(),
      createdAt: time,
      links: links.pick({ self: true }),
    })
    .meta({ id: 'Receipt', description: 'A comment as its author sees it' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const answer = jsonOf(reply(), 'The comment');
  return {
    summary: 'What became of a comment, for its author',
    responses: { '200': { ...answer, content: { ...answer.content, ...page('').content } } },
    refusesByPage: true,
  };
};
