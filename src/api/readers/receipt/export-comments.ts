import * as z from 'zod';
import { reportReasons } from '../../../comment/abuse/report-reason.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import { languages } from '../../../comment/site.ts';
import type { ReplyOf } from '../../contract.ts';
import { opaque } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { appeal, formsOf, receipt } from '../../receipts/receipt-shapes.ts';
import { id, next, time } from '../../shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'POST /r/{receipt}/export';

export const body = () =>
  z
    .strictObject({
      visitor: opaque(600).exactOptional().meta({
        description:
          'The proof of the comment’s author: then their reports of others’ comments on the site, and all of theirs, newest first. Another’s is refused',
      }),
      cursor: opaque(2_000).exactOptional().meta({ description: '`next` of the page before' }),
    })
    .meta({ id: 'ExportRequest', examples: [{}] });

export const refusals = [
  'comment-erased',
  'invalid-cursor',
  'invalid-fields',
  'receipt-not-found',
  'too-many-requests',
] as const satisfies readonly RefusalCode[];

const comment = () =>
  receipt
    .pick({
      ...{ id: true, article: true, status: true, because: true, reason: true, note: true },
      ...{ author: true, text: true, createdAt: true, edited: true },
    })
    .extend({
      language: z.enum(languages),
      since: time.nullable().meta({ description: 'Since when it has its status; null while it waits' }),
      editedAt: time.nullable(),
      appeal: appeal
        .extend({ text: z.string().nullable().meta({ description: 'In the author’s words' }) })
        .nullable(),
      parent: z.string().nullable(),
      url: z.string().nullable(),
      original: z
        .string()
        .nullable()
        .meta({ description: 'The author’s text, where the newsroom edited it' }),
      link: z.string().nullable().meta({ description: 'Where it stands online' }),
    });

const report = () =>
  z.object({
    article: z.string(),
    comment: id,
    reason: z.enum(reportReasons),
    note: z.string().nullable(),
    at: time,
  });

export const reply = () =>
  z
    .object({
      site: z.string(),
      comments: z.array(comment()),
      reports: z.array(report()).meta({
        description:
          'With `visitor`: others’ comments that they reported with the same proof, as long as reports are kept',
      }),
      next,
    })
    .meta({ id: 'Export', description: 'Comments as they are kept, in the words of their author' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'All that is kept of a comment, for its author',
  description: 'The typed email address is not kept, only a digest of it that nobody can read back.',
  forms: formsOf(z.object({ all: z.literal('yes').optional() })),
  responses: { '200': jsonOf(reply(), 'The comments; a browser saves them as a file') },
  refusesByPage: true,
});
