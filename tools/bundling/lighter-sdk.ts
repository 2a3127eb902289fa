import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { ofPath } from './of-path.ts';

// What the SDK brings along and no function uses, each with the least its importers need instead.
const UNUSED: readonly (readonly [RegExp, string])[] = [
  // Profiles, single sign-on, instance metadata, 135 KB: a function finds its credentials in its environment.
  [
    /@aws-sdk[/]credential-provider-node[/]dist-es[/]index[.]js$/,
    "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
  ],
  // Settings in files of a home folder, 4 KB and two looks for them at each start: a function's are in its environment too.
  [
    /@smithy[/]core[/].+[/]fromSharedConfigFiles[.]js$/,
    "import { ProviderError } from '../property-provider/ProviderError'; export const fromSharedConfigFiles = () => async () => { throw new ProviderError('There are no files.') }",
  ],
  // Event streams, 15 KB and the checksums they load: DynamoDB has no operation with one.
  [/@smithy[/]core[/]dist-es[/]submodules[/]event-streams[/]index[.]js$/, 'export class EventStreamSerde {}'],
  // A memory for endpoints found by discovery, 8 KB: ours are known.
  [
    /@aws-sdk[/]endpoint-cache[/]dist-es[/]index[.]js$/,
    'export class EndpointCache { get() {} has() {} set() {} }',
  ],
  // Retries that slow themselves down, 3 KB: ours are of the standard mode, see `send.ts`.
  [/@smithy[/]core[/].+[/]DefaultRateLimiter[.]js$/, 'export class DefaultRateLimiter {}'],
  // SHA-256 for machines without one, and asking an instance for its region, 4 KB: Lambda has both at hand.
  [/@smithy[/]core[/].+[/]sha256[/]Sha256Js[.]js$/, 'export class Sha256Js {}'],
  [
    /@smithy[/]core[/].+[/]getInstanceMetadataRegion[.]js$/,
    'export const getInstanceMetadataRegion = async () => {}',
  ],
  // Middleware that `client.ts` takes out of the client, with what it is made of, 6 KB.
  [
    /@aws-sdk[/]core[/].+[/]recursionDetectionMiddleware[.]js$/,
    'export const recursionDetectionMiddleware = () => (next) => next',
  ],
  [
    /@aws-sdk[/]core[/].+[/]loggerMiddleware[.]js$/,
    'export const getLoggerPlugin = () => ({ applyToStack() {} }); export { getLoggerPlugin as loggerMiddleware, getLoggerPlugin as loggerMiddlewareOptions }',
  ],
  [
    /@aws-sdk[/]core[/].+[/]user-agent-middleware[.]js$/,
    'export const getUserAgentPlugin = () => ({ applyToStack() {} }); export { getUserAgentPlugin as userAgentMiddleware, getUserAgentPlugin as getUserAgentMiddlewareOptions }',
  ],
  [
    /@aws-sdk[/]core[/].+[/]util-user-agent-node[/]defaultUserAgent[.]js$/,
    'export const createDefaultUserAgentProvider = () => async () => []; export { createDefaultUserAgentProvider as defaultUserAgent, createDefaultUserAgentProvider as crtAvailability }',
  ],
  // Lengths of files, whose streams load what reads folders and lines: a request's body is a text.
  [
    /@smithy[/]core[/].+[/]calculateBodyLength[.]js$/,
    'export const calculateBodyLength = (body) => Buffer.byteLength(body)',
  ],
  // Random ids by the browsers' interface, which Node loads for it: its own is there already.
  [
    /@smithy[/]core[/].+[/]uuid[/]v4[.]js$/,
    "import { randomUUID } from 'node:crypto'; export const bindV4 = () => () => randomUUID()",
  ],
  // Streams of browsers, which Node loads when it is asked whether it has them, 2 ms: an answer is a stream of Node's own.
  [
    /@smithy[/]core[/].+[/]stream-type-check[.]js$/,
    'export const isReadableStream = () => false; export const isBlob = () => false;',
  ],
];

/** Bundles only what our functions use of the SDK. */
export const lighterSdk: Plugin = {
  name: 'lighter-sdk',
  setup({ onLoad }) {
    for (const [filter, contents] of UNUSED)
      onLoad({ filter: ofPath(filter) }, () => ({ contents, loader: 'js' }));
    // Of its own description the client states its version only.
    onLoad({ filter: ofPath(/@aws-sdk[/]client-dynamodb[/]package[.]json$/) }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }),
      loader: 'json',
    }));
  },
};
