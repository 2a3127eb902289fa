import type { Surge, SurgeState } from '../../../comment/abuse/surge.ts';
import { bytesOf, commentIdOf } from '../../../comment/comment-id.ts';
import { HOUR_MS } from '../../../comment/time.ts';
import type { Arrival, SurgeWindow } from '../../../screening/surge/surge-window.ts';
import { countOf, type Item, toItem } from '../attributes.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { surgeWindowKey } from '../keys.ts';

/** In the item of queue counts: a site's surges, as JSON. */
export const SURGES = 'surges';
/** In the same: when an admin ended them. */
export const RELAXED_AT = 'relaxedAt';

const ID_BYTES = 16;
/** The id, 4 bytes of the article's hash, and one of version and spam: SURGE_MEMORY of them stay under 4 KB. */
const ARRIVAL_BYTES = ID_BYTES + 5;
const SPAM_BIT = 128;
/** No comment changes so often within a window. */
const VERSION_MAX = SPAM_BIT - 1;
const KEPT_MS = 2 * HOUR_MS;

/** What cannot be read is no surge, since it must not hold every comment. */
export const itemToSurges = (item: Item | undefined): SurgeState => {
  const relaxedAt = countOf(item, RELAXED_AT);
  return { surges: surgesIn(item?.[SURGES]?.S), ...(relaxedAt > 0 ? { relaxedAt } : {}) };
};

const surgesIn = (text = '[]'): readonly Surge[] => {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
};

/** Undefined for none, so that the attribute is left out. */
export const surgesToText = ({ surges }: SurgeState): string | undefined =>
  surges.length === 0 ? undefined : JSON.stringify(surges);

export const windowToItem = (
  site: string,
  { window, now }: { readonly window: SurgeWindow; readonly now: number },
  version: number,
): Item =>
  toItem({
    ...surgeWindowKey(site),
    version,
    arrivals: Buffer.concat(window.map(arrivalToBytes)),
    [EXPIRES_AT]: toSeconds(now + KEPT_MS),
  });

const arrivalToBytes = ({ id, article, version, isSpam }: Arrival): Uint8Array => {
  const bytes = Buffer.alloc(ARRIVAL_BYTES);
  bytes.set(bytesOf(id));
  bytes.writeUInt32BE(article, ID_BYTES);
  bytes[ARRIVAL_BYTES - 1] = Math.min(version, VERSION_MAX) | (isSpam ? SPAM_BIT : 0);
  return bytes;
};

export const itemToWindow = (item: Item | undefined): SurgeWindow => {
  const bytes = Buffer.from(item?.arrivals?.B ?? []);
  return Array.from({ length: Math.floor(bytes.length / ARRIVAL_BYTES) }, (_, at) =>
    bytesToArrival(bytes.subarray(at * ARRIVAL_BYTES, (at + 1) * ARRIVAL_BYTES)),
  );
};

const bytesToArrival = (bytes: Buffer): Arrival => {
  const last = bytes[ARRIVAL_BYTES - 1] ?? 0;
  return {
    id: commentIdOf(bytes.subarray(0, ID_BYTES)),
    article: bytes.readUInt32BE(ID_BYTES),
    version: last % SPAM_BIT,
    isSpam: last >= SPAM_BIT,
  };
};
