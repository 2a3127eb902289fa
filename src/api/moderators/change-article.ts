import * as z from 'zod';
import { articleModes } from '../../comment/article.ts';
import { LINK_MAX, TITLE_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { address, line, opaque } from '../fields/fields.ts';
import { articleSettings } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { articleQuery } from '../page-query.ts';
import { moderators } from '../roles.ts';

export const route = 'PUT /v1/sites/{site}/admin/article';
export const roles = moderators;
export const query = () => articleQuery;

/**
 * The settings as reading them gives them, so that they can be changed and sent back: `version` is the one that was looked
 * at, `id` and `count` are ignored, and what is null stays as it is.
 */
export const body = () =>
  z
    .strictObject({
      mode: z.enum(articleModes),
      title: line(TITLE_MAX).nullable().exactOptional(),
      link: address(LINK_MAX).nullable().exactOptional(),
      version: z.int().min(0).exactOptional(),
      id: opaque(LINK_MAX).exactOptional(),
      count: z.int().exactOptional(),
    })
    .transform(({ mode, title, link, version }) => ({
      mode,
      ...(title ? { title } : {}),
      ...(link ? { link } : {}),
      ...(version === undefined ? {} : { version }),
    }))
    .meta({ id: 'ArticleChange', examples: [{ mode: 'premoderated' }] });

export const refusals = [
  'invalid-fields',
  'invalid-query',
  'changed-meanwhile',
] as const satisfies readonly RefusalCode[];

export const reply = () => articleSettings;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "Change an article's settings",
  responses: { '200': jsonOf(reply(), 'As they are now') },
});
