import * as z from 'zod';
import { count, time } from '../shapes.ts';

const surge = z
  .object({
    article: z.string().nullable().meta({ description: 'Null for the whole site' }),
    since: time,
    until: time.meta({ description: 'When it is over, unless more spam comes in' }),
    sharePercent: z.int().min(0).max(100),
    spam: count,
    comments: count.meta({ description: 'Of which the share was taken' }),
  })
  .meta({
    id: 'Surge',
    description: 'A wave of spam: comments of people who have not earned trust wait',
  });

export const surges = z.array(surge);
