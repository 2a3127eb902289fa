/** The gateway's limits. Source of the first four: API Gateway's and Lambda's quotas for HTTP APIs. */
export type Limits = {
  /** Request line and headers together. */
  readonly headerBytesMax: number;
  readonly bodyBytesMax: number;
  /** A function's event as JSON, and its response body. */
  readonly payloadBytesMax: number;
  /** When a function takes longer, the gateway answers 503. */
  readonly integrationMs: number;
  /** How long a client may take to send its headers, and the whole request. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long a connection may be idle between two requests. */
  readonly idleMs: number;
};

export const gatewayLimits: Limits = {
  headerBytesMax: 10_240,
  bodyBytesMax: 10_000_000,
  payloadBytesMax: 6 * 1024 * 1024,
  // The quota is 30 s; a second less, so that clients with a timeout of 30 s still get an answer.
  integrationMs: 29_000,
  headersMs: 10_000,
  requestMs: 20_000,
  idleMs: 5_000,
};
