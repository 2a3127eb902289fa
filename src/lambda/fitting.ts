import type { Reply } from './http.ts';

/**
 * Bytes of a body at most. A function's answer ends at 6 MB, as JSON in which the body is one text: its quotes and line ends take two bytes.
 * Source: Lambda's quotas; the rest is for headers.
 */
const BODY_BYTES_MAX = 5_000_000;
/** What one UTF-16 unit takes in JSON at the most: `\u0001`. */
const UNIT_BYTES_MAX = 6;

/**
 * A list's answer with as many rows as a function may answer with: while it is too long, half as many are asked for. It is measured as it is
 * sent, since nothing stored tells how long a text is as a page or as JSON in JSON. One row always fits.
 * @param answer answers with up to `limit` rows, and says where to go on after the last of them
 */
export const fitting = async (limit: number, answer: (limit: number) => Promise<Reply>): Promise<Reply> => {
  const reply = await answer(limit);
  return limit > 1 && isTooLong(reply.body ?? '') ? fitting(Math.floor(limit / 2), answer) : reply;
};

/** Most answers are so short that nobody needs to measure them. */
const isTooLong = (body: string): boolean =>
  body.length * UNIT_BYTES_MAX > BODY_BYTES_MAX && Buffer.byteLength(JSON.stringify(body)) > BODY_BYTES_MAX;
