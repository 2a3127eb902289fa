import * as z from 'zod';
import { languages } from '../../../comment/site.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { role } from '../../team/member-shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/me';
export const roles = moderators;
export const reply = () =>
  z
    .object({
      member: z.object({ id: z.string(), name: z.string(), role }),
      site: z.object({
        id: z.string(),
        name: z.string(),
        language: z.enum(languages),
        timeZone: z.string().meta({ description: 'An IANA name' }),
      }),
      rights: z.array(z.enum(['moderate', 'policy', 'team', 'learning'])),
    })
    .meta({ id: 'Membership' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Who you are on this site, and what you may do',
  responses: { '200': jsonOf(reply(), 'You') },
});
