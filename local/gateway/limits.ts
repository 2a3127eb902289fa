/** What the gateway bears. Source of the first four: API Gateway's and Lambda's quotas for HTTP APIs. */
export type Limits = {
  /** Request line and headers together. */
  readonly headerBytesMax: number;
  readonly bodyBytesMax: number;
  /** The event a function is invoked with, as JSON. */
  readonly payloadBytesMax: number;
  /** A function that takes longer is answered for. */
  readonly integrationMs: number;
  /** What a client may take over its headers, and over the whole request. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Between two requests on one connection. */
  readonly idleMs: number;
};

export const gatewayLimits: Limits = {
  headerBytesMax: 10_240,
  bodyBytesMax: 10_000_000,
  payloadBytesMax: 6 * 1024 * 1024,
  // The quota is 30 s; a second less, so that clients with the same patience get an answer.
  integrationMs: 29_000,
  headersMs: 10_000,
  requestMs: 20_000,
  idleMs: 5_000,
};
