import * as z from 'zod';
import type { ReplyOf } from '../contract.ts';
import { jsonOf } from '../openapi-parts.ts';

export const route = 'GET /health';
export const reply = () => z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Whether the service and its storage answer',
  responses: { '200': jsonOf(reply(), 'They do') },
});
