import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { statuses } from '../../comment/status.ts';
import { type PreviewList, readings } from '../../screening/preview.ts';
import type { ReplyOf } from '../contract.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';
import { count, id, time } from '../shapes.ts';

/** Characters of a query's entry; the lists take fewer, and say so. */
const ENTRY_MAX = 1_000;
const lists = ['words', 'domains', 'emails', 'networks'] as const satisfies readonly PreviewList[];

export const route = 'GET /v1/sites/{site}/admin/policy/preview';
export const roles = moderators;
export const query = () => z.strictObject({ list: z.enum(lists), entry: z.string().max(ENTRY_MAX) });

export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const excerpt = z
    .object({ before: z.string(), match: z.string(), after: z.string() })
    .meta({ description: 'The words that match and what stands around them; no match when it is disguised' });
  const comment = z.object({
    id,
    article: z.string(),
    status: z.enum(statuses),
    createdAt: time,
    author: z.string(),
    field: z.enum(['text', 'author', 'url', 'email']),
    excerpt: excerpt.nullable().meta({ description: 'Nothing for emails, which are not kept' }),
  });
  return z
    .object({
      list: z.enum(lists),
      entry: z.string().meta({ description: 'As the list keeps it' }),
      reading: z.enum(readings),
      sought: z
        .string()
        .meta({ description: 'What is looked for, in a text whose case and accents are folded' }),
      compared: count.meta({
        description:
          'Of the last 200 comments, in every state; none for networks and patterns of emails, of which only pseudonyms are kept',
      }),
      partial: z.boolean().meta({
        description: 'Whether newer comments may be missing: a day had comments on 100 articles or more',
      }),
      comments: z.array(comment),
    })
    .meta({ id: 'EntryPreview', description: 'What an entry of a list says, and what it would match' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "What an entry of the policy's lists would match",
  description: 'Holds one entry against the newest comments, and changes nothing.',
  responses: { '200': jsonOf(reply(), 'How it is read, and the comments it matches') },
});
