import { createSeal, keyIdOf, type Seal } from './seal.ts';

/** A key that seals tokens, or only opens those it sealed before. */
export type SealingKey = {
  /** Four letters that its tokens begin with; absent for the first one, which is the secret itself. */
  readonly id?: string;
  readonly key: Uint8Array;
  /** When it stops opening tokens, in milliseconds since 1970; absent for the current key. */
  readonly until?: number;
};

/**
 * The keys in the secret. The pseudonyms' key never changes, since the table stores pseudonyms; the sealing key is rotated,
 * and the one before it still opens tokens for a while.
 */
export type KeyRing = {
  readonly pseudonyms: Uint8Array;
  /** The current key first, then at most one previous key. */
  readonly sealing: readonly [SealingKey, ...SealingKey[]];
};

/** A secret that was never rotated is one text for both uses. @throws when it is neither; the message says nothing of it */
export const readKeyRing = (secret: Uint8Array): KeyRing => {
  if (!isWritten(secret)) return { pseudonyms: secret, sealing: [{ key: secret }] };
  try {
    const { pseudonyms, sealing } = JSON.parse(Buffer.from(secret).toString('utf8')) as WrittenRing;
    return { pseudonyms: bytesOf(pseudonyms), sealing: sealing.map(keyOf) as unknown as KeyRing['sealing'] };
  } catch {
    throw new Error('The secret is damaged: it is neither a secret of ours nor the keys made of one.');
  }
};

/** One in 256 random secrets begins with a brace as well, but none is text throughout. */
const isWritten = (secret: Uint8Array): boolean => secret[0] === BRACE && secret.every(isText);
const BRACE = '{'.charCodeAt(0);
const isText = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;
/** A shorter secret could be guessed. */
const KEY_BYTES_MIN = 32;

type WrittenKey = { readonly id?: string; readonly key: string; readonly until?: string };
type WrittenRing = { readonly pseudonyms: string; readonly sealing: readonly WrittenKey[] };

/** The text a secret holds from its first rotation on. */
export const writeKeyRing = ({ pseudonyms, sealing }: KeyRing): string => {
  const written: WrittenRing = {
    pseudonyms: textOf(pseudonyms),
    sealing: sealing.map(({ id, key, until }) => ({
      ...(id === undefined ? {} : { id }),
      key: textOf(key),
      ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    })),
  };
  return JSON.stringify(written);
};

/**
 * Puts a new key into use. The one before opens until a moment, or until it is replaced too: of two rotations, only the last overlaps.
 * @param fresh an id of 3 bytes and a key of 32
 */
export const rotated = (
  { pseudonyms, sealing: [current] }: KeyRing,
  fresh: { readonly id: Uint8Array; readonly key: Uint8Array },
  until: number,
): KeyRing => ({
  pseudonyms,
  sealing: [
    { id: textOf(fresh.id), key: fresh.key },
    { ...current, until },
  ],
});

/** Seals with the current key, and opens with every key that has not expired. */
export const sealOf = ({ sealing }: KeyRing, now: number): Seal => {
  const seals = sealing
    .filter(({ until }) => until === undefined || until > now)
    .map(({ id, key }) => createSeal(key, id));
  const [current] = seals as [Seal];
  return {
    seal: current.seal,
    open: (token, ...bounds) => {
      for (const { open } of seals) {
        const text = open(token, ...bounds);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
};

/** Whether a token says that a key sealed it which is not on the ring: one that was put into use since the ring was read, or none. */
export const isOfOtherKey = ({ sealing }: KeyRing, token: string): boolean => {
  const id = keyIdOf(token);
  return id !== undefined && sealing.every((known) => known.id !== id);
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < KEY_BYTES_MIN) throw new Error('A key is too short.');
  return bytes;
};
const keyOf = ({ id, key, until }: WrittenKey): SealingKey => ({
  ...(id === undefined ? {} : { id }),
  key: bytesOf(key),
  ...(until === undefined ? {} : { until: Date.parse(until) }),
});
