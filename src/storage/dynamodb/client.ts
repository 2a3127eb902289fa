import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** The SDK retries the errors it knows (three attempts); `send.ts` retries the others. */
const SDK_ATTEMPTS = 3;
const CONNECT_MS = 500;
/** Three attempts of this length stay under the functions' 10 s and well under the gateway's 30 s. */
const ANSWER_MS = 1500;

/**
 * Middleware of the SDK that we do not need, by name: a logger that copies every answer through
 * a filter before it throws it away, a description of this program in two headers, and a trace of calls between functions.
 */
export const unneeded = [
  'loggerMiddleware',
  'getUserAgentMiddleware',
  'recursionDetectionMiddleware',
] as const;

/**
 * The SDK's client with one pool of kept-alive connections, and without the middleware above.
 * Without `throwOnRequestTimeout` it would only warn and wait for ever on a silent server.
 * @param limits milliseconds that an attempt waits for its connection and for its answer
 */
export const createClient = (
  config: DynamoDBClientConfig,
  { connectMs = CONNECT_MS, answerMs = ANSWER_MS } = {},
): DynamoDBClient => {
  const client = new DynamoDBClient({
    ...config,
    maxAttempts: SDK_ATTEMPTS,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  });
  for (const name of unneeded) client.middlewareStack.remove(name);
  return client;
};
