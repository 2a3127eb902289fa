import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../comment/site.ts';
import { requestedLanguage } from '../pages/negotiate-language.ts';
import { prefersHtml } from './forms/prefers-html.ts';

/** A request as API Gateway's payload 2.0 has it. */
export type HttpEvent = APIGatewayProxyEventV2;
export type Reply = APIGatewayProxyStructuredResultV2;

type Headers = Readonly<Record<string, string>>;

/**
 * A JSON answer, which no cache stores unless its headers allow that.
 * @typeParam Body the contract's reply; it must be named, or no body fits
 */
export const json = <Body = never>(
  statusCode: number,
  body: NoInfer<Body>,
  headers: Headers = {},
): Reply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** A document of another media type, in UTF-8. */
export const content = (type: string, body: string, headers: Headers = {}): Reply => ({
  statusCode: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, ...headers },
  body,
});

/** A page, or a part of one. */
export const page = (
  statusCode: number,
  markup: { toString: () => string },
  headers: Headers = {},
): Reply => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: markup.toString(),
});

/** An answer that sets cookies, if there are any. */
export const withCookies = (reply: Reply, cookies: readonly string[]): Reply =>
  cookies.length > 0 ? { ...reply, cookies: [...cookies] } : reply;

/** After a form: the browser asks for `location` next, and reloading it sends nothing again. */
export const seeOther = (location: string): Reply => ({
  statusCode: 303,
  headers: { location },
  body: '',
});

/** Whether a request changes nothing. */
export const isReading = ({ requestContext }: HttpEvent): boolean =>
  ['GET', 'HEAD'].includes(requestContext.http.method);

/** A header by its lower-case name. */
export const headerOf = ({ headers }: Pick<HttpEvent, 'headers'>, name: string): string | undefined =>
  headers?.[name];

/** The language to answer a request in. @param fallback the site's, where the site is known */
export const languageOf = (event: HttpEvent, fallback: Language = 'fr'): Language =>
  requestedLanguage(event.rawQueryString, headerOf(event, 'accept-language'), fallback);

/** The media type, lower-case and without parameters; undefined when there is not exactly one. */
export const mediaTypeOf = (event: Pick<HttpEvent, 'headers'>): string | undefined => {
  const stated = headerOf(event, 'content-type') ?? '';
  return stated.includes(',') ? undefined : stated.split(';')[0]?.trim().toLowerCase();
};

export const FORM = 'application/x-www-form-urlencoded';
export const MULTIPART = 'multipart/form-data';

/**
 * Whether a person waits for a page rather than a program for data: `Accept` decides. Where it prefers neither, a form was sent by a browser
 * that goes where it is led, unless a script of a page sent it, which browsers say (Fetch Metadata).
 */
export const wantsPage = (event: HttpEvent): boolean => {
  const isPreferred = prefersHtml(headerOf(event, 'accept'));
  if (isPreferred === undefined) return isForm(event) && headerOf(event, 'sec-fetch-dest') !== 'empty';
  return isPreferred && mediaTypeOf(event) !== 'application/json';
};

/** Whether a browser will show the answer as a document of its own rather than as part of a page (Fetch Metadata). */
export const isDocument = (event: HttpEvent): boolean => headerOf(event, 'sec-fetch-dest') === 'document';

const isForm = (event: HttpEvent): boolean => [FORM, MULTIPART].includes(mediaTypeOf(event) ?? '');

/** The path that was asked for, encoded anew: API Gateway hands it over decoded. */
const pathOf = ({ routeKey, rawPath, pathParameters = {} }: HttpEvent): string => {
  const encoded = (_: string, name: string) => encodeURIComponent(pathParameters[name]?.toWellFormed() ?? '');
  return routeKey.split(' ')[1]?.replace(/\{(\w+)\+?\}/g, encoded) ?? rawPath;
};

/** Path and query that were asked for, to be asked for again. */
export const targetOf = (event: HttpEvent): string =>
  event.rawQueryString ? `${pathOf(event)}?${event.rawQueryString}` : pathOf(event);

type Parameters = Readonly<Record<string, string | number | null | undefined>>;

/** The address of another page of the same list; undefined where there is none. */
const pageUrl = (baseUrl: string, event: HttpEvent, parameters: Parameters): string | undefined => {
  if (!parameters.cursor) return undefined;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== null) query.set(name, String(value));
  return `${baseUrl}${pathOf(event)}?${query}`;
};

/** `Link` (RFC 8288) to the next page and the one before, where there is one. */
export const nextPage = (
  baseUrl: string,
  event: HttpEvent,
  { previous, ...parameters }: Parameters,
): Headers => {
  const links = [
    [pageUrl(baseUrl, event, parameters), 'next'],
    [pageUrl(baseUrl, event, { ...parameters, cursor: previous }), 'prev'],
  ].flatMap(([url, rel]) => (url === undefined ? [] : [`<${url}>; rel="${rel}"`]));
  return links.length === 0 ? {} : { link: links.join(', ') };
};
