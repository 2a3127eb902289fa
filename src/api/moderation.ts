import * as z from 'zod';
import { articleModes } from '../comment/article.ts';
import { decisions } from '../moderation/decision.ts';
import { articleId } from './article-id.ts';
import { address, commentId, line, opaque, prose, visibleLine } from './fields.ts';

/** Decisions of one request. */
const DECISIONS_MAX = 100;

/** Reasons moderators know; any other of at most 60 characters will do. Source: Coral's rejection reasons. */
const reasons = [
  'offensive',
  'abusive',
  'spam',
  'banned-word',
  'ad',
  'illegal-content',
  'harassment-bullying',
  'misinformation',
  'hate-speech',
  'irrelevant-content',
  'other',
] as const;

/** Characters of an undo token: a hundred steps on articles with the longest ids and as many that followed from them, sealed. */
const UNDO_MAX = 100_000;

const version = z.int().min(0);

/** Decisions on comments of one site. `version` is the one the moderator looked at. */
export const decisionsRequest = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        article: articleId,
        comment: commentId,
        version: version.exactOptional(),
        decision: z.enum(decisions),
        reason: visibleLine(60)
          .meta({ examples: [...reasons] })
          .exactOptional(),
        note: prose(1_000).exactOptional(),
      }),
    )
    .min(1)
    .max(DECISIONS_MAX),
});

/** What a decisions' answer gave as `undo`. */
export const undoRequest = z.strictObject({ undo: opaque(UNDO_MAX).min(1) });

/**
 * An article's settings, as reading them gives them, so that they can be changed and sent back: `version` is the one that
 * was looked at; what is not a setting is ignored, and what is null stays as it is.
 */
export const articleChange = z
  .strictObject({
    mode: z.enum(articleModes),
    title: line(300).nullable().exactOptional(),
    link: address(2_048).nullable().exactOptional(),
    version: version.exactOptional(),
    id: opaque(2_048).exactOptional(),
    count: z.int().exactOptional(),
  })
  .transform(({ mode, title, link, version: seen }) => ({
    mode,
    ...(title ? { title } : {}),
    ...(link ? { link } : {}),
    ...(seen === undefined ? {} : { version: seen }),
  }));
