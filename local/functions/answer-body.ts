/** Characters from which a body crosses as bytes. */
const LARGE = 4_096;

type Packed = { readonly result: unknown; readonly body?: Uint8Array<ArrayBuffer> };

/**
 * Takes a large text out of a function's result. Threads copy a string as UTF-16 and encode it on the other side;
 * bytes that are transferred are neither copied nor encoded again.
 */
export const packBody = (result: unknown): Packed => {
  if (!hasLargeText(result)) return { result };
  const { body, ...rest } = result;
  return { result: rest, body: new TextEncoder().encode(body) };
};

/** Puts the bytes back into the result. */
export const unpackBody = ({ result, body }: Packed): unknown =>
  body ? { ...(result as object), body: Buffer.from(body.buffer) } : result;

const hasLargeText = (result: unknown): result is { readonly body: string } => {
  if (typeof result !== 'object' || result === null || !('body' in result)) return false;
  const { body, isBase64Encoded = false } = result as { body?: unknown; isBase64Encoded?: unknown };
  return typeof body === 'string' && body.length >= LARGE && isBase64Encoded === false;
};
