import * as z from 'zod';
import { articleModes } from '../comment/article.ts';
import { refusalCodes } from '../comment/refusal.ts';

/** The shapes of all answers. Only the API's document holds them at run time; views are typed by them. */
export const time = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC', examples: ['2026-03-04T05:06:07.089Z'] });
export const id = z.string().meta({ description: 'A ULID', examples: ['01KJVN6A2HWZ3K0V5YB6Q8R9TD'] });
export const address = z.string().regex(/^https?:\/\//);
export const count = z.int().min(0);
export const next = z.string().nullable().meta({ description: 'Cursor of the next page' });

export const article = z.object({ id: z.string(), title: z.string().nullable(), link: address.nullable() });

export const shown = {
  id,
  parent: id.nullable().meta({ description: 'The comment it answers' }),
  text: z.string().meta({ description: 'As typed' }),
  html: z.string().meta({ description: 'The same, escaped, with paragraphs and links' }),
  createdAt: time,
};

export const thread = id.meta({ description: "The thread's first comment; itself for a first comment" });

const comment = z
  .object({ ...shown, thread, author: z.string(), url: address.nullable() })
  .meta({ id: 'Comment', description: 'A comment as everybody sees it' });
export type CommentReply = z.output<typeof comment>;

export const commentList = z
  .object({ article: z.string(), count, comments: z.array(comment), next })
  .meta({ id: 'CommentList', description: 'Whole threads in order; `count` is of all pages' });
export type CommentListReply = z.output<typeof commentList>;

export const counts = z.object({ counts: z.record(z.string(), count) }).meta({ id: 'Counts' });
export type CountsReply = z.output<typeof counts>;

export const form = z
  .object({ formToken: z.string(), expiresAt: time, mode: z.enum(articleModes) })
  .meta({ id: 'Form', description: 'To be sent back with the comment, once' });
export type FormReply = z.output<typeof form>;

const links = z.object({
  receipt: address.meta({ description: "The author's own view of the comment; a secret" }),
  self: address.exactOptional().meta({ description: 'Where a published comment stands' }),
});

export const submitted = z
  .object({
    id,
    status: z.enum(['published', 'pending']),
    receipt: z.string(),
    visitor: z.string().meta({ description: 'Sent back with a later comment it proves the same person' }),
    links,
  })
  .meta({ id: 'Submitted' });
export type SubmittedReply = z.output<typeof submitted>;

export const received = submitted
  .pick({ id: true, status: true })
  .extend({ alreadyReceived: z.literal(true), links: links.pick({ self: true }) })
  .meta({ id: 'Received', description: 'What came in before, without the receipt its sender has' });
export type ReceivedReply = z.output<typeof received>;

/** What its author may know of a comment; one taken for spam waits for ever. */
const authorStatuses = ['published', 'pending', 'not-published', 'withdrawn'] as const;

export const receipt = z
  .object({
    id,
    article,
    status: z.enum(authorStatuses),
    because: z.array(z.string()).meta({ description: 'Why it waits, in the language it was sent in' }),
    author: z.string(),
    text: z.string(),
    html: z.string(),
    createdAt: time,
    links: links.pick({ self: true }),
  })
  .meta({ id: 'Receipt', description: 'A comment as its author sees it' });
export type ReceiptReply = z.output<typeof receipt>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum([...refusalCodes, 'internal-error']),
    fields: z.array(z.object({ field: z.string(), detail: z.string() })).exactOptional(),
    requestId: z.string().exactOptional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** What the gateway itself says before any function runs. */
export const gatewayMessage = z.object({ message: z.string() }).meta({ id: 'GatewayMessage' });

export const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
