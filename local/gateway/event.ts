import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Match } from './routes.ts';

export type Jwt = {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
};
export type Received = {
  readonly request: IncomingMessage;
  readonly match: Match;
  readonly body: Buffer;
  readonly jwt?: Jwt;
  readonly requestId: string;
  readonly now: Date;
};

/** Builds the event that API Gateway sends to a function, in payload format 2.0. */
export const toEvent = (received: Received): APIGatewayProxyEventV2 => {
  const { request, match, body } = received;
  const { path: sent, queryString } = splitTarget(request.url ?? '/');
  const path = decodePath(sent);
  const headers = headersOf(received);
  const cookies = request.headers.cookie?.split(/; */).filter((cookie) => cookie !== '');
  // Forms are always base64-encoded, and so are bytes that are not UTF-8, whatever their content type: JSON cannot carry them.
  const isText = isTextual(headers['content-type']) && isUtf8(body);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: queryString,
    ...(cookies ? { cookies } : {}),
    headers,
    ...(queryString ? { queryStringParameters: queryOf(queryString) } : {}),
    requestContext: contextOf(received, path, headers),
    ...(Object.keys(match.parameters).length > 0 ? { pathParameters: match.parameters } : {}),
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
};

/** Splits a request's target at its first question mark; neither half is decoded or normalised. */
export const splitTarget = (target: string): { readonly path: string; readonly queryString: string } => {
  const [path = '', ...rest] = target.split('?');
  return { path, queryString: rest.join('?') };
};

/**
 * Decodes a path as API Gateway's HTTP API does before it routes: an encoded slash becomes a slash, and an encoded question mark
 * ends the path.
 * @throws {URIError} when it is not percent-encoded UTF-8
 */
export const decodePath = (path: string): string => decodeURIComponent(path).split('?')[0] ?? '';

const TEXTUAL = /^(text\/[^;]+|application\/(json|javascript|xml)|[^;]+\+(json|xml))\s*(;|$)/i;
const isTextual = (type = 'text/plain') => TEXTUAL.test(type);

/** The event's headers; values of a repeated header are joined by commas. */
const headersOf = ({ request, body, now }: Received): Readonly<Record<string, string>> => {
  const sent = Object.entries(request.headersDistinct)
    .filter(([name]) => name !== 'cookie')
    .map(([name, values = []]): [string, string] => [name, values.join(',')]);
  const headers = Object.fromEntries(sent);
  const forwarded = headers['x-forwarded-for'];
  const seconds = Math.floor(now.getTime() / 1000).toString(16);
  return {
    'content-length': String(body.length),
    ...headers,
    'x-amzn-trace-id': `Root=1-${seconds}-${randomBytes(12).toString('hex')}`,
    'x-forwarded-for': [...(forwarded ? [forwarded] : []), addressOf(request)].join(', '),
    'x-forwarded-port': String(request.socket.localPort),
    'x-forwarded-proto': 'http',
  };
};

const addressOf = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';

/** The event's `queryStringParameters`; values of a repeated parameter are joined by commas. */
export const queryOf = (queryString: string): Readonly<Record<string, string>> => {
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(queryString))
    joined.set(name, joined.has(name) ? `${joined.get(name)},${value}` : value);
  return Object.fromEntries(joined);
};

const contextOf = (
  { request, match, jwt, requestId, now }: Received,
  path: string,
  headers: Readonly<Record<string, string>>,
) => {
  const domainName = (headers.host ?? 'localhost').replace(/:\d+$/, '');
  return {
    accountId: '000000000000',
    apiId: 'local',
    ...(jwt ? { authorizer: { jwt } } : {}),
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method ?? 'GET',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: addressOf(request),
      userAgent: headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: match.route.key,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
  };
};

/** `12/Mar/2026:19:03:58 +0000` */
const commonLogTime = (now: Date): string => {
  const [, day, month, year, time] = now.toUTCString().match(/(\d+) (\w+) (\d+) ([\d:]+)/) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** Turns a HEAD event into a GET, so that the headers match, Content-Length included; `finish` drops the body. */
export const asGet = (event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 => {
  const { routeKey, requestContext } = event;
  if (requestContext.http.method !== 'HEAD') return event;
  const key = routeKey.replace(/^HEAD /, 'GET ');
  const http = { ...requestContext.http, method: 'GET' };
  return { ...event, routeKey: key, requestContext: { ...requestContext, routeKey: key, http } };
};
