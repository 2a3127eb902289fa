import * as z from 'zod';
import { articleModes } from '../../comment/article.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { commentId } from '../fields/fields.ts';
import { jsonOf, page } from '../openapi-parts.ts';
import { articleQuery, asPage } from '../page-query.ts';
import { time } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/form';
export const query = () =>
  articleQuery.extend({
    ...asPage,
    parent: commentId.exactOptional().meta({ description: 'The comment that the page’s form answers' }),
  });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

/** Work for the reader's device. */
const challenge = () =>
  z
    .object({
      algorithm: z.literal('SHA-256'),
      challenge: z.string().meta({ description: 'A hash, in hexadecimal digits' }),
      maxnumber: z.int().min(0),
      salt: z.string(),
      signature: z.string(),
    })
    .meta({
      id: 'Challenge',
      description:
        'Where the site asks for a proof of work, within 20 minutes, as ALTCHA’s first protocol has it: find the number from 0 to ' +
        '`maxnumber` that, written behind `salt`, has the hash `challenge`, and send the challenge with `number`, as JSON in base64, ' +
        'in `proof`, once. A comment without it waits.',
    });

export const reply = () =>
  z
    .object({
      formToken: z.string(),
      expiresAt: time,
      mode: z.enum(articleModes),
      challenge: challenge().exactOptional(),
    })
    .meta({ id: 'Form', description: 'To be sent back with the comment, once' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const answer = jsonOf(reply(), 'For one comment');
  return {
    summary: 'A token for a form about to be shown, or with `as=page` the form itself',
    responses: { '200': { ...answer, content: { ...answer.content, ...page('').content } } },
    refusesByPage: true,
  };
};
