import * as z from 'zod';
import { type Ban, banEffects, banKinds } from '../../comment/abuse/ban.ts';
import { timestamp } from '../reader-views.ts';
import { id, time } from '../shapes.ts';

/** A ban or an entry of the allow-list, as moderators see it. */
export const ban = z
  .object({
    id: z.string(),
    kind: z.enum(banKinds),
    label: z.string().meta({ description: 'What may be kept of whom it names' }),
    effect: z.enum(banEffects),
    reason: z.string(),
    until: time.nullable().meta({ description: 'Its end; null for good' }),
    by: z.string().meta({ description: 'The member’s id' }),
    createdAt: time,
    from: z
      .object({ article: z.string(), comment: id })
      .nullable()
      .meta({ description: 'The comment it was made of; null where a value was given' }),
  })
  .meta({ id: 'Ban' });

export type BanReply = z.output<typeof ban>;

export const banView = ({ id, kind, label, effect, reason, until, by, createdAt, from }: Ban): BanReply => ({
  ...{ id, kind, label, effect, reason, by },
  until: until === undefined ? null : timestamp(until),
  createdAt: timestamp(createdAt),
  from: from ?? null,
});
