import type { Reply } from './http.ts';

/**
 * Bytes of a body at most. A function's answer ends at 6 MB, as JSON in which the body is one text: its quotes and line ends take two bytes.
 * Source: Lambda's quotas; the rest is for headers.
 */
const BODY_BYTES_MAX = 5_000_000;
/** Most bytes that one UTF-16 unit takes in JSON, as in `\u0001`. */
const UNIT_BYTES_MAX = 6;

/**
 * Answers with as many rows as fit into a function's answer: while it is too long, asks for half as many. The answer is measured as it is
 * sent, since the stored size does not tell the size as a page or as JSON in JSON. One row always fits.
 * @param answer answers with up to `limit` rows, and says where to go on after the last of them
 */
export const fitting = async (limit: number, answer: (limit: number) => Promise<Reply>): Promise<Reply> => {
  const reply = await answer(limit);
  return limit > 1 && isTooLong(reply.body ?? '') ? fitting(Math.floor(limit / 2), answer) : reply;
};

/** Whether a body does not fit. Most answers are so short that nobody needs to measure them. */
export const isTooLong = (body: string): boolean =>
  body.length * UNIT_BYTES_MAX > BODY_BYTES_MAX && Buffer.byteLength(JSON.stringify(body)) > BODY_BYTES_MAX;
