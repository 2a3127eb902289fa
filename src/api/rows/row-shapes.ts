import * as z from 'zod';
import { reportReasons } from '../../comment/abuse/report-reason.ts';
import { editors } from '../../comment/comment.ts';
import { languages } from '../../comment/site.ts';
import { statuses } from '../../comment/status.ts';
import { judged } from '../moderator-shapes.ts';
import { article, byline, count, id, next, thread, time } from '../shapes.ts';

/** A row of comments as moderators see them. */
const excerpt = z.string().meta({ description: 'The beginning of the text, on one line' });
const status = z.enum(statuses);

const last = z
  .object({ id, article: z.string(), excerpt, status, createdAt: time })
  .meta({ id: 'LastWords', description: "The author's comment that a moderator decided on last" });

const author = z.object({
  ...byline,
  key: z
    .string()
    .nullable()
    .meta({ description: 'To ask for all comments of the author; null for some of an earlier release' }),
  approved: count,
  refused: count,
  firstSeenAt: time
    .nullable()
    .meta({ description: 'When the oldest comment of theirs that was counted came in' }),
  last: last.nullable(),
});

const answers = z
  .object({ id, author: z.string(), excerpt, status })
  .meta({ id: 'Answered', description: 'The comment that it answers' });

const term = z.object({ field: z.string(), term: z.string() });

/** What every row has. */
const row = {
  ...judged,
  status,
  language: z
    .enum(languages)
    .nullable()
    .meta({ description: 'Null for some comments of an earlier release' }),
  article,
  author,
  answers: answers.nullable(),
  staff: z.boolean(),
  edited: z.enum(editors).nullable(),
  terms: z.array(term).meta({
    description:
      'What findings quote of the comment, or the list’s entry that it has (`casino*`), to be marked where it stands',
  }),
};

const decided = z
  .object({
    action: z
      .string()
      .meta({ examples: ['publish', 'reply', 'approve', 'reject', 'spam', 'restore', 'undo'] }),
    by: z.string().nullable().meta({
      description:
        'Null where screening decided it or, in the queue `appeals`, where a later decision was taken back',
    }),
    at: time,
    reason: z.string().nullable(),
    note: z.string().exactOptional().meta({ description: 'To its author, in the queue `appeals`' }),
  })
  .meta({ id: 'LastDecision' });

export const queuedComment = () =>
  z
    .object({
      ...row,
      decided: decided
        .exactOptional()
        .meta({ description: 'Of the list `recent`, and in the queue `appeals` what is appealed against' }),
      reports: z
        .array(z.object({ reason: z.enum(reportReasons), count }))
        .exactOptional()
        .meta({ description: 'Of the queue `reported`: what readers said' }),
      appeal: z
        .object({ text: z.string().nullable().meta({ description: 'Why, where its author says so' }) })
        .exactOptional()
        .meta({ description: 'Of the queue `appeals`, since `since`; `status` is what was decided' }),
      weight: z.number().min(0).exactOptional().meta({ description: 'What these reports weigh together' }),
    })
    .meta({ id: 'QueuedComment', description: 'A comment as its moderators see it in a queue' });
const original = z
  .string()
  .nullable()
  .meta({ description: 'The text as submitted, where somebody else edited it' });

export const articleComment = () =>
  z
    .object({ ...row, thread, original })
    .meta({ id: 'ArticleComment', description: 'A comment in whatever state' });

/** One page of a search, and how far it got. */
export const searched = <Row extends z.ZodType>(comment: Row) => ({
  comments: z.array(comment),
  next,
  examined: count.meta({ description: 'Comments that were read for this page; at most 1,000' }),
  partial: z.boolean().meta({
    description: 'Whether there are more to look at than one page does: `next` goes on there',
  }),
});
