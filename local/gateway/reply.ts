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
  417: 'Expectation Failed',
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
export const toReply = (result: unknown): Reply =>
  isReply(result)
    ? replyOf(result)
    : {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
      };

const replyOf = ({ statusCode, headers, cookies, body: text, isBase64Encoded }: Result): Reply => {
  const [status, body] = [Number(statusCode), text ?? ''];
  if (!isStatus(status) || !isBody(body)) return refuse(500);
  return {
    status,
    headers: {
      ...(status === 204 || status === 304 ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      ...ownHeaders(headers ?? {}),
      ...(cookies && cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(String(body), 'base64') : body,
  };
};

const ownHeaders = (headers: NonNullable<Result['headers']>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name, value]) => value !== undefined && value !== null && !OF_THE_CONNECTION.has(name))
      .map(([name, value]) => [name, String(value)]),
  );

/** Headers that are the gateway's own to set: of the connection (RFC 9110, 7.6.1), and the length of what it sends. */
const OF_THE_CONNECTION = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  'content-length',
]);

const isStatus = (status: number): boolean => Number.isInteger(status) && status >= 200 && status <= 599;

/** A string, or a large text that the functions' thread sent as bytes. */
const isBody = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);

type Result = {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly cookies?: readonly string[] | null;
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
};
const isReply = (result: unknown): result is Result =>
  typeof result === 'object' && result !== null && 'statusCode' in result;
