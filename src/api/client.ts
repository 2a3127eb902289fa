import type * as z from 'zod';
import type { RefusalCode } from '../comment/refusal.ts';
import type { RefusalsOf, ReplyOf } from './contract.ts';
import type { contracts } from './contracts.ts';
import type { Problem } from './problem.ts';

type Contracts = typeof contracts;
/** Every route of the API, `GET /v1/sites/{site}/comments`. */
export type Route = Contracts[keyof Contracts]['route'];
type ContractOf<R extends Route> = Extract<Contracts[keyof Contracts], { readonly route: R }>;

type Names<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Made<C, Part extends string> =
  C extends Readonly<Record<Part, (...none: never) => infer Schema extends z.ZodType>> ? Schema : never;
/** A query as it may be written: numbers may stand for their digits. */
type Sent<Q extends z.ZodType> = {
  readonly [K in keyof z.input<Q>]: z.input<Q>[K] | Extract<z.output<Q>[K & keyof z.output<Q>], number>;
};
type PartOf<Name extends string, Value> = [Value] extends [never] ? object : Readonly<Record<Name, Value>>;

/** What a route is asked: the parameters of its path, its query and its JSON body, as far as its contract has them. */
export type Question<R extends Route> = PartOf<'path', Params<Names<R>>> &
  PartOf<'query', QueryOf<ContractOf<R>>> &
  PartOf<'body', z.input<Made<ContractOf<R>, 'body'>>> & {
    /** `Idempotency-Key`, `Accept-Language`. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  };
type Params<Name extends string> = [Name] extends [never] ? never : Readonly<Record<Name, string>>;
type QueryOf<C> = [Made<C, 'query'>] extends [never] ? never : Sent<Made<C, 'query'>>;

/** A route's JSON, or the text of a page where its contract has no JSON. */
export type ReplyTo<R extends Route> =
  ContractOf<R> extends { readonly reply: infer Make extends () => z.ZodType } ? ReplyOf<Make> : string;

/** The codes that a route may refuse with. */
export type CodeOf<R extends Route> =
  | RefusalsOf<ContractOf<R>>
  | Extract<RefusalCode, 'storage-unavailable' | 'invalid-token'>
  | 'internal-error';

/** What came back. A refusal of the gateway itself (401, 413, 429) has no problem document. */
export type Answer<R extends Route> =
  | {
      readonly isOk: true;
      readonly status: number;
      readonly reply: ReplyTo<R>;
      /** The query of the next page, as `Link` names it. */
      readonly next?: URLSearchParams;
    }
  | { readonly isOk: false; readonly status: number; readonly problem?: ProblemOf<CodeOf<R>> };
type ProblemOf<Code> = Omit<Problem, 'code'> & { readonly code: Code };

/** Asks one route. Fails only where `fetch` fails: no connection, aborted. */
export type Client = <R extends Route>(route: R, question: Question<R>) => Promise<Answer<R>>;

type Options = {
  /** A moderator's token, asked for before each call. */
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
};

/**
 * A client for pages and programs. It knows the contracts by their types only, so a browser loads no schema.
 * @param baseUrl the API's address, without a slash at the end
 */
export const createClient =
  (baseUrl: string, { token, fetch = globalThis.fetch }: Options = {}): Client =>
  async (route, question) => {
    const { path = {}, query = {}, body, headers, signal }: Loose = question;
    const [method = '', template = ''] = route.split(' ');
    const response = await fetch(`${baseUrl}${filled(template, path)}${searchOf(query)}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${await token()}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    return (await answerOf(response)) as Answer<typeof route>;
  };

type Loose = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

const filled = (template: string, path: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));

/** A list is a parameter for each of its values. */
const searchOf = (query: Readonly<Record<string, unknown>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((one) => one !== undefined)
      .map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
};

const answerOf = async (response: Response) => {
  const { ok: isOk, status } = response;
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  if (isOk) return { isOk, status, reply: /json/.test(type) ? JSON.parse(text) : text, ...pageOf(response) };
  return type.startsWith('application/problem+json')
    ? { isOk, status, problem: JSON.parse(text) }
    : { isOk, status };
};

/** In a `Link` of several: `<next page>; rel="next", <page before>; rel="prev"`. An address in it may have commas. */
const NEXT = /<([^>]*)>[^<]*;\s*rel="?next"?\s*(?:[;,]|$)/;

const pageOf = ({ headers }: Response) => {
  const [, url] = NEXT.exec(headers.get('link') ?? '') ?? [];
  return url === undefined ? {} : { next: new URL(url).searchParams };
};
