import * as z from 'zod';
import { roles } from '../../comment/member.ts';
import { turnsIn } from '../../screening/checks/bidi-controls.ts';
import { tricksIn } from '../../screening/checks/invisible.ts';
import { visibleLine } from '../fields/fields.ts';
import { time } from '../shapes.ts';

/** Characters of a member's name. */
const NAME_MAX = 80;

/** A member's name. Nobody reads it before it is shown: what checks hold an author's name for is refused. */
export const memberName = () =>
  visibleLine(NAME_MAX).refine((name) => turnsIn(name).length + tricksIn(name).length === 0, {
    error: 'It must have no hidden characters and not turn the direction of writing.',
  });

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
