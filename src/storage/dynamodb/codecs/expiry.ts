/** The attribute by which the table removes items: epoch seconds. */
export const EXPIRES_AT = 'expiresAt';

const SECOND_MS = 1000;

/** Never earlier than was promised. */
export const toSeconds = (ms: number): number => Math.ceil(ms / SECOND_MS);
/** The clock's seconds: what expires with a later one is not over yet. */
export const secondsAt = (now: number): number => Math.floor(now / SECOND_MS);
export const toMs = (seconds: number): number => seconds * SECOND_MS;
