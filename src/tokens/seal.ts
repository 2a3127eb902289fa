import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** What a token begins with: sealed by the first secret itself, or by a key whose id follows. */
const [FIRST, WITH_ID] = [1, 2];
const ID_BYTES = 3;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Of the length before each part of `joined`. */
const LENGTH_BYTES = 4;

/**
 * Keeps a text readable and changeable by this service only. What it is bound to (purpose, site, route, filter, ...)
 * must be the same again to open it.
 */
export type Seal = {
  /** URL-safe, about 1.4 times the text and 39 characters. The same text and bounds give the same token. */
  readonly seal: (text: string, ...bounds: readonly string[]) => string;
  /** The text, or undefined for anything this service did not seal with these bounds. */
  readonly open: (token: string, ...bounds: readonly string[]) => string | undefined;
};

/** The id of the key that a token says it was sealed with; undefined for the first secret's. */
export const keyIdOf = (token: string): string | undefined => {
  const header = Buffer.from(token.slice(0, HEADER_LETTERS), 'base64url');
  const id = header.subarray(1, 1 + ID_BYTES);
  return header[0] === WITH_ID && id.length === ID_BYTES ? id.toString('base64url') : undefined;
};
/** Letters that hold a header's four bytes. */
const HEADER_LETTERS = 6;

/** Bytes of a text that a token of so many characters holds, whichever key seals it. */
export const textBytesIn = (letters: number): number =>
  Math.floor((letters * 3) / 4) - (1 + ID_BYTES + IV_BYTES + TAG_BYTES);

/** AES-256-GCM with an IV made from the text (as in RFC 5297's idea), so that answers with tokens in them are repeatable. */
export const createSeal = (secret: Uint8Array, id?: string): Seal => {
  const key = derive(secret, 'seal');
  const ivKey = derive(secret, 'seal iv');
  const header = id === undefined ? Buffer.of(FIRST) : Buffer.of(WITH_ID, ...Buffer.from(id, 'base64url'));
  return {
    seal: (text, ...bounds) => {
      const bound = joined(bounds);
      const iv = createHmac('sha256', ivKey)
        .update(joined([...bounds, text]))
        .digest()
        .subarray(0, IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([header, iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (token, ...bounds) => {
      const bytes = Buffer.from(token, 'base64url');
      const ivEnd = header.length + IV_BYTES;
      const from = ivEnd + TAG_BYTES;
      const isOurs = header.equals(bytes.subarray(0, header.length));
      if (!isOurs || bytes.length <= from || bytes.toString('base64url') !== token) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(header.length, ivEnd));
      decipher.setAAD(joined(bounds)).setAuthTag(bytes.subarray(ivEnd, from));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(from)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
};

/** One key per purpose from the one secret (HKDF, RFC 5869). An object, since bytes would be made into one at every use. */
export const derive = (secret: Uint8Array, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `palabre ${purpose}`, 32)));

/** Parts with their lengths before them, so that no two lists of parts look alike. */
export const joined = (parts: readonly string[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, part) => sum + LENGTH_BYTES + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) {
    const length = bytes.write(part, at + LENGTH_BYTES);
    bytes.writeUInt32BE(length, at);
    at += LENGTH_BYTES + length;
  }
  return bytes;
};
