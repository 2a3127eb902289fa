import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Reply } from '../gateway/reply.ts';
import type { Coding } from './codings.ts';
import { type Freshness, freshnessOf, isUsable } from './freshness.ts';

/** An answer as the cache keeps it. */
export type Stored = {
  readonly reply: Reply;
  readonly freshness: Freshness;
  /** What the request had in the headers that `Vary` names beside those in the key. */
  readonly varied: Readonly<Record<string, string | undefined>>;
  /** Each coding that was asked for so far; none is made twice. */
  readonly codings: Map<Coding, Promise<Reply>>;
};

type Requested = { readonly event: APIGatewayProxyEventV2; readonly askedMs: number };

/** An answer made ready to be kept; undefined for one that may not be: only a 200 with `s-maxage` and without cookies is. */
export const storedOf = (reply: Reply, { event, askedMs }: Requested, nowMs: number): Stored | undefined => {
  const freshness = reply.status === 200 ? freshnessOf(reply, askedMs) : undefined;
  const vary = varyOf(reply);
  if (!freshness || !isUsable(freshness, nowMs) || reply.headers['set-cookie'] || vary.includes('*'))
    return undefined;
  const { age: _, ...headers } = reply.headers;
  return {
    // The date is that of the answer, not of its use: caches behind this one count from it, too.
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

/** In the key, or made from the same entry. */
const KEYED = ['accept-encoding', 'accept-language', 'origin', ''];

const varyOf = ({ headers }: Reply): readonly string[] =>
  String(headers.vary ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !KEYED.includes(name));

/** Whether a request may have it: the headers it varies on are the same (RFC 9111, 4.1). */
export const suits = ({ varied }: Stored, { headers }: APIGatewayProxyEventV2): boolean =>
  Object.entries(varied).every(([name, value]) => headers[name] === value);

/** What it weighs before any coding is made. */
export const bytesOf = (key: string, { reply }: Stored): number =>
  Buffer.byteLength(reply.body) + 2 * key.length + JSON.stringify(reply.headers).length;
