import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { email, visibleLine } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { admins } from '../../roles.ts';
import { address, time } from '../../shapes.ts';
import { memberName, role, teamMember } from '../../team/member-shapes.ts';

/** Characters of an issuer's address, and of what it calls somebody. Source of the second: OpenID Connect Core 1.0, 2. */
const ISSUER_MAX = 500;
const SUBJECT_MAX = 255;

export const route = 'POST /v1/sites/{site}/admin/members';
export const roles = admins;

/** Somebody to invite, by `email`; or a program, by its tokens' `sub` (or `client_id`, where they have no `sub`). */
export const body = () =>
  z
    .strictObject({
      name: memberName(),
      role,
      email: email.exactOptional(),
      iss: visibleLine(ISSUER_MAX).exactOptional(),
      sub: visibleLine(SUBJECT_MAX).exactOptional(),
      clientId: visibleLine(SUBJECT_MAX).exactOptional(),
    })
    .refine(({ email: of, sub, clientId }) => [of, sub, clientId].filter(Boolean).length === 1, {
      path: ['email'],
      error: 'Give one of email, sub and clientId.',
    })
    .refine(({ email: of, iss }) => of === undefined || iss === undefined, {
      path: ['iss'],
      error: 'It goes with sub or clientId only.',
    })
    .meta({
      id: 'NewMember',
      examples: [{ name: 'Nora Lindqvist', role: 'moderator', email: 'nora@example.org' }],
    });

export const refusals = [
  'already-a-member',
  'team-full',
  'invalid-fields',
  'changed-meanwhile',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({
      member: teamMember,
      invitation: z
        .object({
          token: z.string().meta({ description: 'Shown once: only a digest of it is kept' }),
          link: address.meta({ description: 'For the one who is invited: pass it on' }),
          expiresAt: time,
        })
        .nullable(),
    })
    .meta({ id: 'AddedMember' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Invite somebody to the team, or add a program',
  description:
    'An invitation is for one email address, good for one person once, and expires after seven days. No mail is sent: pass its link on. A newer one to it takes its place. A name of a member or of somebody invited is refused.',
  responses: { '201': jsonOf(reply(), 'Invited, or added') },
});
