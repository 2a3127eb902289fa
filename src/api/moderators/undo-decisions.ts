import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { opaque } from '../fields/fields.ts';
import { results } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

/** Characters of a token: a hundred steps on articles with the longest ids and the 4,000 that may have followed from them, where those share articles. */
export const UNDO_MAX = 2_000_000;

export const route = 'POST /v1/sites/{site}/admin/undo';
export const roles = moderators;
/** One token. */
export const bodyBytesMax = 2 * 1024 * 1024;

/** `undo` is the token that an answer to decisions gave. */
export const body = () => z.strictObject({ undo: opaque(UNDO_MAX).min(1) }).meta({ id: 'Undo' });

export const refusals = ['invalid-fields', 'invalid-undo'] as const satisfies readonly RefusalCode[];
export const itemRefusals = [
  'changed-meanwhile',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ results }).meta({ id: 'UndoResults' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Take decisions back',
  description: 'Puts back what nobody changed since.',
  responses: { '200': jsonOf(reply(), 'What became of each') },
});
