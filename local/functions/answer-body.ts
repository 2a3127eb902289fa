/** Minimum length of a body that is sent as bytes, in UTF-16 units. */
const LARGE = 4_096;
/** Maximum UTF-8 bytes of one UTF-16 code unit. */
const UNIT_BYTES_MAX = 3;

/** Longest text that is encoded into a reused buffer, which takes half the time of a new one. */
const KEPT_MAX = 100_000;
let scratch = new Uint8Array(0);
const encoder = new TextEncoder();

type Packed = { readonly result: unknown; readonly body?: Uint8Array<ArrayBuffer> };

/**
 * Takes a large body out of a function's result, as bytes. A string would be copied to the other thread as UTF-16 and encoded
 * there; transferred bytes are neither copied nor encoded again.
 */
export const packBody = (result: unknown): Packed => {
  if (!hasLargeText(result)) return { result };
  const { body, ...rest } = result;
  return { result: rest, body: encoded(body) };
};

const encoded = (text: string): Uint8Array<ArrayBuffer> => {
  if (text.length > KEPT_MAX) return encoder.encode(text);
  const most = text.length * UNIT_BYTES_MAX;
  if (scratch.length < most) scratch = new Uint8Array(most);
  return scratch.slice(0, encoder.encodeInto(text, scratch).written);
};

/** Puts the bytes back into the result. */
export const unpackBody = ({ result, body }: Packed): unknown =>
  body ? { ...(result as object), body: Buffer.from(body.buffer) } : result;

const hasLargeText = (result: unknown): result is { readonly body: string } => {
  if (typeof result !== 'object' || result === null || !('body' in result)) return false;
  const { body, isBase64Encoded = false } = result as { body?: unknown; isBase64Encoded?: unknown };
  return typeof body === 'string' && body.length >= LARGE && isBase64Encoded === false;
};
