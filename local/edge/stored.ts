import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Reply } from '../gateway/reply.ts';
import type { Coding } from './codings.ts';
import { type Freshness, freshnessOf, isUsable } from './freshness.ts';

/** A cached answer. */
export type Stored = {
  readonly reply: Reply;
  readonly freshness: Freshness;
  /** The request's values of the headers that `Vary` names and the key does not cover. */
  readonly varied: Readonly<Record<string, string | undefined>>;
  /** The answer in each coding requested so far, so that none is encoded twice. */
  readonly codings: Map<Coding, Promise<Reply>>;
};

type Requested = { readonly event: APIGatewayProxyEventV2; readonly askedMs: number };

/** Prepares an answer for the cache; undefined unless it is a 200 with `s-maxage`, no cookies and no `Vary: *`. */
export const storedOf = (reply: Reply, { event, askedMs }: Requested, nowMs: number): Stored | undefined => {
  const freshness = reply.status === 200 ? freshnessOf(reply, askedMs) : undefined;
  const vary = varyOf(reply);
  if (!freshness || !isUsable(freshness, nowMs) || reply.headers['set-cookie'] || vary.includes('*'))
    return undefined;
  const { age: _, ...headers } = reply.headers;
  return {
    // The date is when the answer was made, not when it is served: downstream caches count from it, too.
    reply: {
      ...reply,
      headers: { date: new Date(nowMs).toUTCString(), ...headers },
      body: Buffer.from(reply.body),
    },
    freshness,
    varied: Object.fromEntries(vary.map((name) => [name, event.headers[name]])),
    codings: new Map(),
  };
};

/** Headers that the key covers, or that are served from the same entry. */
const KEYED = ['accept-encoding', 'accept-language', 'origin', ''];

const varyOf = ({ headers }: Reply): readonly string[] =>
  String(headers.vary ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !KEYED.includes(name));

/** Whether a request may get a stored answer: the headers that it varies on are the same (RFC 9111, 4.1). */
export const suits = ({ varied }: Stored, { headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(varied).every(([name, value]) => headers[name] === value);

/** Approximate size in bytes, without compressed bodies. */
export const bytesOf = (key: string, { reply }: Stored): number =>
  Buffer.byteLength(reply.body) + 2 * key.length + JSON.stringify(reply.headers).length;
