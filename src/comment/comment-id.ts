import type { CommentId } from './comment.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Letters of the time: 50 bits, of which the first two are never set. */
const TIME_LENGTH = 10;
export const TAG_BYTES = 10;

/** 16 bytes (6 of time, 10 of tag) as 26 letters that sort by time. See the ULID specification. */
export const commentIdOf = (bytes: Uint8Array): CommentId => {
  // 26 letters hold 130 bits, so two zero bits come first.
  let [id, held, bits] = ['', 0, 2];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) id += ALPHABET[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return id as CommentId;
};

/** The id of what came in at a moment (milliseconds since 1970) with a tag of 10 bytes. */
export const newCommentId = (time: number, tag: Uint8Array): CommentId => {
  const bytes = new Uint8Array(16);
  let rest = time;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(tag.subarray(0, TAG_BYTES), 6);
  return commentIdOf(bytes);
};

/** The 16 bytes of an id. */
export const bytesOf = (id: CommentId): Uint8Array => {
  const bytes = new Uint8Array(16);
  let [at, held, bits] = [0, 0, -2];
  for (const letter of id) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= 255;
  }
  return bytes;
};

/** When a comment came in, in milliseconds since 1970. */
export const timeOf = (id: CommentId): number => {
  let time = 0;
  for (let at = 0; at < TIME_LENGTH; at += 1) time = time * 32 + ALPHABET.indexOf(id.charAt(at));
  return time;
};

/** The smallest id of a moment: everything that came in from then on sorts at or after it. */
export const firstIdAt = (time: number): CommentId =>
  newCommentId(Math.max(0, time), new Uint8Array(TAG_BYTES));

/** The same tag at another time: where a comment stands in a queue it entered later. */
export const idAt = (time: number, id: CommentId): CommentId => newCommentId(time, bytesOf(id).subarray(6));

/** The form of an id. The first letter is at most 7, since 26 letters hold 130 bits and an id has 128. */
export const COMMENT_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether a text has the form of an id. */
export const isCommentId = (text: string): text is CommentId => COMMENT_ID.test(text);
