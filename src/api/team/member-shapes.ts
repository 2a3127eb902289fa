import * as z from 'zod';
import { roles } from '../../comment/member.ts';
import { time } from '../shapes.ts';

/** Characters of a member's name. */
export const NAME_MAX = 80;

export const role = z.enum(roles, { error: `The roles are ${roles.join(' and ')}.` });

/** A member's or an invitation's id. */
export const memberId = z
  .string()
  .regex(/^[\w-]{22}$/, { error: "It must be a member's id." })
  .meta({ examples: ['q1Zy0oQm3u8mVh9eXW2bVw'] });

export const teamMember = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    kind: z.enum(['person', 'program']),
    status: z.enum(['active', 'invited']),
    version: z.int().min(0),
    createdAt: time,
    expiresAt: time.nullable().meta({ description: 'Until when an invitation can be taken up' }),
  })
  .meta({ id: 'Member', description: 'One of the team, or who is invited to it' });
export type MemberReply = z.output<typeof teamMember>;

/** Whether a member has a private feed. Its address is not kept. */
export const feedState = z
  .object({ since: time.nullable().meta({ description: 'Null while there is none' }) })
  .meta({ id: 'Feed' });
