import type { RefusalCode } from '../../../comment/refusal.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { reply } from './read-feed.ts';

export { type Reply, reply } from './read-feed.ts';

export const route = 'DELETE /v1/sites/{site}/admin/feed';
export const roles = moderators;
export const refusals = ['member-not-found', 'changed-meanwhile'] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'Switch your private feed off',
  responses: { '200': jsonOf(reply(), 'Its address leads nowhere any more') },
});
