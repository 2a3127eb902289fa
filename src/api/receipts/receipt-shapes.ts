import * as z from 'zod';
import { editors } from '../../comment/comment.ts';
import { rejectionReasons } from '../../comment/status.ts';
import { appealAnswers } from '../../moderation/author/appeal.ts';
import { headersOf } from '../openapi-parts.ts';
import { article, id, links, time } from '../shapes.ts';

/** A review that an author asked for, and what came of it. */
export const appeal = z.object({
  at: time,
  answer: z.enum(appealAnswers).nullable(),
  answeredAt: time.nullable(),
});

/** Spam is `pending` for its author. */
export const receipt = z
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
    version: z.string().meta({ description: 'Of the text: an edit names the one that was read' }),
    changeableUntil: time
      .nullable()
      .meta({ description: 'Until when its author may withdraw it; null where they may not (any more)' }),
    editable: z.boolean().meta({ description: 'Whether they may change its text until then, too' }),
    appealable: z.boolean().meta({ description: 'Whether they may ask for a review' }),
    appeal: appeal.nullable().meta({ description: 'The review they asked for, and what came of it' }),
    links: links.pick({ self: true }),
  })
  .meta({ id: 'Receipt', description: 'A comment as its author sees it' });

/** After a form. */
export const fromPage = {
  description: 'After a form: to the receipt',
  headers: headersOf({ Location: 'The receipt' }),
};

export const formsOf = (schema: z.ZodType) => ({
  'application/x-www-form-urlencoded': { schema },
  'multipart/form-data': { schema },
});
