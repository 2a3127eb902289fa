import { createHash } from 'node:crypto';
import { BITS, FEATURES_VERSION } from '../features/vector.ts';
import type { Model } from './model.ts';
import { type Group, type GroupThresholds, groups, SHARES } from './thresholds.ts';
import { BLOCKS } from './weights.ts';

/**
 * Layout, little-endian: `PLBF`, format, features version, bits and a zero (a byte each), SHA-256 of all that
 * follows (32 bytes); then bias, scale and each group's thresholds for holding and for spam (f32), number of
 * weights (u32), the blocks' starts (u32), lows and weights (a byte each).
 */
const MAGIC = 'PLBF';
const FORMAT = 4;
const VERSIONS = Uint8Array.of(FORMAT, FEATURES_VERSION, BITS, 0);
const SUM_AT = 8;
const BODY_AT = 40;
const COUNT_AT = BODY_AT + 4 * (2 + 2 * groups.length * SHARES.length);
const STARTS_AT = COUNT_AT + 4;
const LOWS_AT = STARTS_AT + 4 * (BLOCKS + 1);

/** Serialises a model: at most 2 bytes for each weight, and 16 KB. */
export const writeWeights = ({ bias, scale, thresholds, weights }: Omit<Model, 'hash'>): Uint8Array => {
  const { starts, lows, values } = weights;
  const bytes = Buffer.alloc(LOWS_AT + 2 * lows.length);
  bytes.write(MAGIC, 'latin1');
  bytes.set(VERSIONS, MAGIC.length);
  const bounds = groups.flatMap((group) => [...thresholds[group].hold, ...thresholds[group].spam]);
  [bias, scale, ...bounds].forEach((figure, nth) => {
    bytes.writeFloatLE(figure, BODY_AT + 4 * nth);
  });
  bytes.writeUInt32LE(lows.length, COUNT_AT);
  bytes.set(new Uint8Array(starts.buffer, starts.byteOffset, starts.byteLength), STARTS_AT);
  bytes.set(lows, LOWS_AT);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), LOWS_AT + lows.length);
  bytes.set(sumOf(bytes), SUM_AT);
  return new Uint8Array(bytes);
};

/**
 * Parses a file's bytes and uses them in place.
 * @throws {Error} that says what is wrong with a file that is damaged, cut off, or of another version.
 */
export const readWeights = (file: Uint8Array): Model => {
  // A Uint32Array needs an offset that is a multiple of four, which a fresh copy has.
  const own = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const bytes = Buffer.from(own.buffer, own.byteOffset, own.byteLength);
  if (bytes.length < LOWS_AT || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw damaged('it is no file of weights');
  const versions = bytes.subarray(MAGIC.length, SUM_AT);
  if (!versions.equals(VERSIONS)) throw otherVersion(versions);
  const sum = bytes.subarray(SUM_AT, BODY_AT);
  const count = bytes.readUInt32LE(COUNT_AT);
  if (!sum.equals(sumOf(bytes)) || bytes.length !== LOWS_AT + 2 * count)
    throw damaged('its checksum is wrong');

  const figure = (nth: number) => bytes.readFloatLE(BODY_AT + 4 * nth);
  return {
    bias: figure(0),
    scale: figure(1),
    thresholds: thresholdsOf((nth) => figure(2 + nth)),
    weights: {
      starts: new Uint32Array(bytes.buffer, bytes.byteOffset + STARTS_AT, BLOCKS + 1),
      lows: new Uint8Array(bytes.buffer, bytes.byteOffset + LOWS_AT, count),
      values: new Int8Array(bytes.buffer, bytes.byteOffset + LOWS_AT + count, count),
    },
    hash: sum.toString('hex', 0, 4),
  };
};

/** All groups' thresholds from a file's floats, in its order. */
const thresholdsOf = (figure: (nth: number) => number): Model['thresholds'] => {
  const from = (row: number) => SHARES.map((_, nth) => figure(row * SHARES.length + nth));
  return Object.fromEntries(
    groups.map((group, nth) => [group, { hold: from(2 * nth), spam: from(2 * nth + 1) }]),
  ) as unknown as Record<Group, GroupThresholds>;
};

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes.subarray(BODY_AT)).digest();

const damaged = (reason: string): Error => new Error(`The spam filter’s weights are damaged: ${reason}.`);

const otherVersion = ([format, features, bits]: Uint8Array): Error =>
  new Error(
    `The spam filter’s weights are of another version (format ${format}, features ${features}, ${bits} bits; ` +
      `expected ${FORMAT}, ${FEATURES_VERSION}, ${BITS}): train them again.`,
  );
