import * as z from 'zod';
import { keepingFloodOff } from '../../comment/policies/stored-policy.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { line } from '../fields/fields.ts';
import { policyNow } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { policyDocument } from '../policy/policy-document-schema.ts';
import { admins } from '../roles.ts';

export const route = 'PUT /v1/sites/{site}/admin/policy';
export const roles = admins;
/** Lists of thousands of terms fit, and one item of the table still holds them. */
export const bodyBytesMax = 256 * 1024;

/** Why it was changed, for the history. */
export const note = () => line(300);

/** `version` is the one that was looked at. */
export const body = () =>
  z
    .strictObject({
      policy: policyDocument,
      version: z.int().min(0).exactOptional(),
      note: note().exactOptional(),
    })
    .meta({ id: 'PolicyChange' });

/** The policy as it can be sent. Where all of the first limits are switched off and no other is named, the later ones stay off. */
export const sentBody = () => z.preprocess(keepFloodOff, body());

const keepFloodOff = (sent: unknown): unknown => {
  const { policy: given } = (sent ?? {}) as { readonly policy?: unknown };
  return given === undefined ? sent : { ...(sent as object), policy: keepingFloodOff(given) };
};

export const refusals = ['invalid-fields', 'changed-meanwhile'] as const satisfies readonly RefusalCode[];

export const reply = () => policyNow;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "Change the site's policy",
  description:
    'What is left out takes its default. The fixtures in it are judged first: where one gets another answer than it expects, nothing is saved.',
  responses: { '200': jsonOf(reply(), 'As it is now') },
});
