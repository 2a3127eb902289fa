import * as z from 'zod';
import { editors } from '../comment/comment.ts';
import { refusalCodes } from '../comment/refusal.ts';
import { statuses } from '../comment/status.ts';

/** Parts that several answers have. Only the API document runs these schemas; everything else uses their types. */
export const time = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC', examples: ['2026-03-04T05:06:07.089Z'] });
export const id = z.string().meta({ description: 'A ULID', examples: ['01KJVN6A2HWZ3K0V5YB6Q8R9TD'] });
export const address = z.string().regex(/^https?:\/\//);
export const count = z.int().min(0);
export const next = z.string().nullable().meta({ description: 'Cursor of the next page' });

export const article = z.object({ id: z.string(), title: z.string().nullable(), link: address.nullable() });

/** What every view of a comment shows. */
export const shown = {
  id,
  parent: id.nullable().meta({ description: 'The comment it answers' }),
  text: z.string().meta({ description: 'As typed' }),
  html: z.string().meta({ description: 'The same, escaped, with paragraphs and links' }),
  createdAt: time,
};

export const previous = z.string().nullable().meta({ description: 'Cursor of the page before' });

export const thread = id.meta({ description: "The thread's first comment; itself for a first comment" });

export const comment = z
  .object({
    ...shown,
    thread,
    author: z.string().nullable().meta({ description: 'Null for one that was removed' }),
    url: address.nullable(),
    staff: z.boolean().meta({ description: 'Whether it speaks for the newsroom' }),
    edited: z.enum(editors).nullable().meta({ description: 'Who changed the text since it was sent' }),
    withdrawn: z.boolean().meta({ description: 'Whether it was removed by its author' }),
    removed: z.boolean().meta({
      description: 'Whether nothing is left but the place of a comment that has replies; it counts nowhere',
    }),
  })
  .meta({ id: 'Comment', description: 'A comment as everybody sees it' });
export type CommentReply = z.output<typeof comment>;

/** A comment's author as moderators see them. */
export const byline = {
  name: z.string(),
  url: address.nullable().meta({ description: 'The page the author states, whether or not readers see it' }),
  page: z
    .object({ shown: z.boolean(), because: z.string() })
    .nullable()
    .meta({ description: 'Whether readers see that page, and why; null without one' }),
};

/** Where an author finds their comment. */
export const links = z.object({
  receipt: address.meta({ description: "The author's own view of the comment; a secret" }),
  self: address.exactOptional().meta({ description: 'Where a published comment stands' }),
});

/** The current state of a comment, in a conflict. */
const current = z
  .object({
    status: z.enum(statuses),
    version: z.int().min(1),
    by: z.string().nullable().meta({ description: 'Who left it so; null where screening did' }),
    at: time,
  })
  .meta({ id: 'CurrentState', description: 'How a comment stands that somebody else changed first' });

/** The current state of anything else, in a conflict. */
const standing = z
  .looseObject({ version: z.int() })
  .meta({ description: 'How a member or settings stand that somebody else changed first' });

const characters = z.int().exactOptional();

const fieldProblem = z
  .object({ field: z.string(), detail: z.string(), min: characters, max: characters })
  .meta({
    description:
      '`min` or `max`: the characters that an `author`, `text` or `note` of a wrong length needs or may have; of other fields `detail` says it',
  });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum([...refusalCodes, 'internal-error']),
    fields: z.array(fieldProblem).exactOptional(),
    current: z.union([current, standing]).exactOptional(),
    requestId: z.string().exactOptional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** The gateway's own answer, before any function runs. */
export const gatewayMessage = z.object({ message: z.string() }).meta({ id: 'GatewayMessage' });
