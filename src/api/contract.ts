import type * as z from 'zod';
import type {
  ZodOpenApiParameters,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Role } from '../comment/member.ts';
import type { RefusalCode } from '../comment/refusal.ts';

/**
 * What one route takes and answers. A contract is a module in `readers/`, `moderators/` or `service/` with these exports,
 * named after its function. Schemas are made by functions, so a module runs nothing when it is imported: a function's
 * bundle holds the schemas that its handler reads, and the list of routes and the browser's client hold none.
 */
export type Contract = {
  /** Method and path as `serverless.yml` writes them. Every GET also answers HEAD. */
  readonly route: Route;
  /** A second route for HTML forms, which can only GET and POST. */
  readonly byForm?: Route;
  /** Who may call it: a member with one of these roles, or anybody with a token of the issuer. Absent where no token is needed. */
  readonly roles?: readonly Role[] | 'signed-in';
  /** How long shared caches may keep the answer. Absent where they may not. */
  readonly cache?: CacheTimes;
  /** Parameters of the path, except `site`. */
  readonly params?: () => z.ZodObject;
  readonly query?: () => z.ZodObject;
  /** A JSON body. */
  readonly body?: () => z.ZodType;
  /** Bytes of a body, where it may have more than usual. */
  readonly bodyBytesMax?: number;
  /** Codes that this route may answer, besides those that `refusalsOf` adds by its roles, body and method, and `storage-unavailable`, which all may. */
  readonly refusals?: readonly RefusalCode[];
  /** Codes that single items of a successful answer may have. */
  readonly itemRefusals?: readonly RefusalCode[];
  /** The JSON of a successful answer. Absent where it is a page. */
  readonly reply?: () => z.ZodType;
  /** What the API document adds for people. */
  readonly document: () => Description;
};

export type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/**
 * Seconds that shared caches may keep an answer, and seconds they may go on using it while they ask for a new one; seconds that a browser
 * may use it without asking, which are none unless stated.
 */
export type CacheTimes = { readonly forS: number; readonly staleS: number; readonly clientS?: number };

export type Description = {
  readonly summary: string;
  readonly description?: string;
  /** Headers and query parameters that the handler reads without a schema. */
  readonly parameters?: Pick<ZodOpenApiParameters, 'header' | 'query'>;
  /** Media types of the body besides JSON. */
  readonly forms?: ZodOpenApiRequestBodyObject['content'];
  /** Successful answers. Refusals are added by their codes. */
  readonly responses: ZodOpenApiResponsesObject;
  /** Whether browsers get refusals as a page. */
  readonly refusesByPage?: boolean;
};

/** What a contract's route, roles and body make its layers refuse with. */
const implied = {
  ofSite: ['site-not-found'],
  ofRoles: ['not-a-moderator'],
  ofBody: ['body-too-large', 'invalid-body', 'unsupported-media-type'],
  ofChange: ['origin-not-allowed'],
} as const satisfies Readonly<Record<string, readonly RefusalCode[]>>;
type Implied<Name extends keyof typeof implied> = (typeof implied)[Name][number];

/** Every code that a route may refuse with, besides `storage-unavailable` and, of moderators, `invalid-token`: those of its layers, and its own. */
export const refusalsOf = ({ route, roles, body, refusals = [] }: Contract): readonly RefusalCode[] => [
  ...(route.includes('{site}') ? implied.ofSite : []),
  ...(Array.isArray(roles) ? implied.ofRoles : []),
  ...(body ? implied.ofBody : []),
  ...refusals,
  ...(route.startsWith('GET ') ? [] : implied.ofChange),
];

/** The same as a type. */
export type RefusalsOf<C> =
  | (C extends { readonly refusals: readonly (infer Own)[] } ? Own : never)
  | (C extends { readonly route: `${string}{site}${string}` } ? Implied<'ofSite'> : never)
  | (C extends { readonly roles: readonly Role[] } ? Implied<'ofRoles'> : never)
  | (C extends { readonly body: unknown } ? Implied<'ofBody'> : never)
  | (C extends { readonly route: `GET ${string}` } ? never : Implied<'ofChange'>);

/** The type of a contract's successful answer. */
export type ReplyOf<Make extends () => z.ZodType> = DeepReadonly<z.output<ReturnType<Make>>>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
