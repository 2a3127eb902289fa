import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { feedState } from '../../team/member-shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/feed';
export const roles = moderators;
export const reply = () => feedState;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Whether you have a private feed of what waits',
  responses: { '200': jsonOf(reply(), 'Its address is not kept, and so is not told') },
});
