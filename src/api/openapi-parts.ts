import * as z from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import type { RefusalCode } from '../comment/refusal.ts';
import { problems } from './problem.ts';
import { gatewayMessage, problem } from './shapes.ts';

/** An answer in JSON. */
export const jsonOf = (
  schema: z.ZodType,
  description: string,
  headers?: Readonly<Record<string, string>>,
) => ({
  description,
  ...(headers ? { headers: headersOf(headers) } : {}),
  content: { 'application/json': { schema } },
});

/** An answer that caches keep, of another media type than JSON's own. */
export const cachedAs = (type: string, schema: z.ZodType, description: string) => ({
  '200': { description, headers: headersOf(shared), content: { [type]: { schema } } },
  '304': unchanged,
});

/** Headers of an answer by name, each with its description. */
export const headersOf = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' as const } },
    ]),
  );

/** A page of HTML. */
export const page = (description: string) => ({
  description,
  content: { 'text/html': { schema: { type: 'string' as const } } },
});

/** Headers of what caches keep. */
const shared = {
  ETag: 'Send it back as If-None-Match; strong, unless a cache on the way has compressed the answer',
  'Cache-Control': 'How long caches may keep it',
};
/** Headers of a list that caches keep. */
export const listed = {
  ...shared,
  Link: 'The next page, rel="next", and of a list that goes back the one before, rel="prev"',
};
export const conditional = z.object({ 'If-None-Match': z.string().optional() });
export const unchanged = { description: 'Not changed', headers: headersOf({ ETag: listed.ETag }) };

/** What the gateway answers by itself, before or instead of a function. */
const gateway: Readonly<Record<number, string>> = {
  413: 'The request is larger than the gateway takes',
  429: 'The gateway takes no more requests at the moment',
  431: 'Address and headers are larger than the gateway takes',
  500: 'Something went wrong',
  503: 'A function did not answer in time',
};
const gatewayOfModerators: Readonly<Record<number, string>> = {
  401: 'No valid token',
};

type Refused = {
  readonly codes: readonly RefusalCode[];
  /** Whether the gateway checks a token first. */
  readonly forModerators: boolean;
  /** Whether browsers get the same as a page. */
  readonly alsoPage?: boolean | undefined;
};

/** An operation's refusals by their status, with those that the gateway and a failing storage add everywhere. */
export const refusals = ({ codes, forModerators, alsoPage }: Refused): ZodOpenApiResponsesObject => {
  const byGateway = { ...gateway, ...(forModerators ? gatewayOfModerators : {}) };
  const all = [
    ...codes,
    ...(forModerators ? (['invalid-token'] as const) : []),
    'storage-unavailable' as const,
  ];
  const statuses = [...all.map((code) => problems[code].status), ...Object.keys(byGateway).map(Number)];
  const responses = [...new Set(statuses)].sort().map((status) => {
    const ours = all.filter((code) => problems[code].status === status);
    return [status, refusal(status, { ours, theirs: byGateway[status], alsoPage })];
  });
  return Object.fromEntries(responses);
};

type Answer = {
  readonly ours: readonly RefusalCode[];
  /** The gateway's meaning of this status. */
  readonly theirs: string | undefined;
  readonly alsoPage: boolean | undefined;
};

const refusal = (status: number, { ours, theirs, alsoPage }: Answer) => {
  const isProblem = ours.length > 0 || status === 500;
  return {
    description: [...ours.map((code) => `\`${code}\``), theirs].filter(Boolean).join(', '),
    ...(status === 401 ? { headers: headersOf(challenge) } : {}),
    ...(saysWhen(status, ours) ? { headers: headersOf(retryAfter) } : {}),
    content: {
      ...(isProblem ? { 'application/problem+json': { schema: problem } } : {}),
      ...(theirs ? { 'application/json': { schema: gatewayMessage } } : {}),
      ...(isProblem && alsoPage ? { 'text/html': { schema: { type: 'string' as const } } } : {}),
    },
  };
};

const saysWhen = (status: number, ours: readonly RefusalCode[]): boolean =>
  status === 429 || status === 503 || ours.includes('nothing-to-appeal');

const challenge = { 'WWW-Authenticate': 'Bearer, and what is wrong with the token (RFC 6750)' };
const retryAfter = { 'Retry-After': 'Seconds after which the same request may succeed' };
