import * as z from 'zod';
import type { ReplyOf } from '../contract.ts';
import { cachedAs, conditional } from '../openapi-parts.ts';

export const route = 'GET /openapi.json';
export const cache = { forS: 3600, staleS: 86_400 };
export const reply = () => z.looseObject({ openapi: z.string() });
export type Reply = Pick<ReplyOf<typeof reply>, 'openapi'>;

export const document = () => ({
  summary: 'This document',
  parameters: { header: conditional },
  responses: cachedAs('application/json', reply(), 'OpenAPI 3.1'),
});
