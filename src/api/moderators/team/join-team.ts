import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { opaque } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { teamMember } from '../../team/member-shapes.ts';

/** Characters of an ID token, which may carry an account's groups. */
const ID_TOKEN_MAX = 16_000;
const NONCE_MAX = 500;

export const route = 'POST /v1/sites/{site}/admin/members/join';
export const roles = 'signed-in';

/** `nonce` is the one that the page asked the issuer with. */
export const body = () =>
  z
    .strictObject({
      invitation: z.string().regex(/^[\w-]{43}$/, { error: 'It must be the token of an invitation.' }),
      idToken: opaque(ID_TOKEN_MAX),
      nonce: opaque(NONCE_MAX).min(1),
    })
    .meta({ id: 'Joining' });

export const refusals = [
  'already-a-member',
  'invitation-not-found',
  'invalid-id-token',
  'issuer-unavailable',
  'changed-meanwhile',
  'invalid-fields',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ member: teamMember }).meta({ id: 'Joined' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Take up an invitation',
  description:
    'Binds the account of the bearer token to the invitation, once. The ID token says that its email address is verified and the one that was invited.',
  responses: { '201': jsonOf(reply(), 'A member now') },
});
