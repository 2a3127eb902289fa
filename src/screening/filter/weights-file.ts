import type { Model } from './model.ts';
import { BITS, FEATURES_VERSION } from './vector.ts';

/** `PLBF`, then: format and features version, bits (u8), 0 (u8), bias (f32), scale (f32), entries (u32), FNV-1a (u32). */
const MAGIC = 0x504c4246;
const FORMAT = 1;
const HEADER = 24;
const CHECKSUM_AT = 20;
/** A gap to the next weight of this much or more goes on in the next byte. */
const GAP_MAX = 255;

/** A model in bytes: per weight the gap since the one before, then the weight. Big-endian. */
export const writeWeights = ({ bias, scale, weights }: Omit<Model, 'hash'>): Uint8Array => {
  const body: number[] = [];
  let entries = 0;
  let before = -1;
  weights.forEach((weight, place) => {
    if (weight === 0) return;
    let gap = place - before - 1;
    for (; gap >= GAP_MAX; gap -= GAP_MAX) body.push(GAP_MAX);
    body.push(gap, weight & 0xff);
    before = place;
    entries += 1;
  });

  const bytes = new Uint8Array(HEADER + body.length);
  bytes.set(body, HEADER);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC);
  header.setUint8(4, FORMAT);
  header.setUint8(5, FEATURES_VERSION);
  header.setUint8(6, BITS);
  header.setFloat32(8, bias);
  header.setFloat32(12, scale);
  header.setUint32(16, entries);
  header.setUint32(CHECKSUM_AT, checksum(bytes));
  return bytes;
};

/**
 * The model in a file's bytes.
 * @throws {Error} that says what is wrong with a file that is damaged, cut off, or of another version.
 */
export const readWeights = (bytes: Uint8Array): Model => {
  const header = headerOf(bytes);
  const weights = new Int8Array(2 ** BITS);
  let place = -1;
  let entries = 0;
  for (let at = HEADER; at < bytes.length; at += 2) {
    for (; bytes[at] === GAP_MAX; at += 1) place += GAP_MAX;
    place += (bytes[at] ?? 0) + 1;
    weights[place] = bytes[at + 1] ?? 0;
    entries += 1;
  }
  if (entries !== header.entries || place >= weights.length)
    throw damaged('it does not hold the weights it announces');
  return { bias: header.bias, scale: header.scale, weights, hash: header.hash };
};

const headerOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0) !== MAGIC) throw damaged('it is no file of weights');
  const [format, features, bits] = [view.getUint8(4), view.getUint8(5), view.getUint8(6)];
  if (format !== FORMAT || features !== FEATURES_VERSION || bits !== BITS)
    throw new Error(
      `The spam filter’s weights are of another version (format ${format}, features ${features}, ${bits} bits; ` +
        `expected ${FORMAT}, ${FEATURES_VERSION}, ${BITS}): train them again.`,
    );
  const sum = view.getUint32(CHECKSUM_AT);
  if (sum !== checksum(bytes)) throw damaged('its checksum is wrong');
  return {
    bias: view.getFloat32(8),
    scale: view.getFloat32(12),
    entries: view.getUint32(16),
    hash: sum.toString(16).padStart(8, '0'),
  };
};

const damaged = (reason: string): Error => new Error(`The spam filter’s weights are damaged: ${reason}.`);

/** FNV-1a over all bytes but the checksum's own. */
const checksum = (bytes: Uint8Array): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1)
    if (at < CHECKSUM_AT || at >= HEADER) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
};
