/** An HTTP response to a client. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
};

/** The messages of API Gateway's own responses, by status. */
export const refusals = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Request Entity Too Large',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

export const refuse = (status: keyof typeof refusals, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message: refusals[status] }),
});

/**
 * Converts a function's result by the rules of payload format 2.0: with a `statusCode` it is a reply, and anything else is the
 * JSON body of a 200. A status outside 200 to 599, or a body that is neither a string nor bytes, becomes a 500.
 */
export const toReply = (result: unknown): Reply => {
  if (!isReply(result))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
    };
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  const status = Number(statusCode);
  if (!isStatus(status) || !isBody(body)) return refuse(500);
  const own = Object.entries(headers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: {
      ...(status === 204 || status === 304 ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      ...Object.fromEntries(own),
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(String(body), 'base64') : body,
  };
};

const isStatus = (status: number): boolean => Number.isInteger(status) && status >= 200 && status <= 599;

/** A string, or a large text that the functions' thread sent as bytes. */
const isBody = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);

type Result = {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
};
const isReply = (result: unknown): result is Result =>
  typeof result === 'object' && result !== null && 'statusCode' in result;
