import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { BITS, FEATURES_VERSION } from '../features/vector.ts';
import type { Model } from './model.ts';
import { type Group, type GroupThresholds, groups, SHARES } from './thresholds.ts';
import { bytesFor, counted, LEVELS, type Weights, WORDS } from './weights.ts';

/**
 * Layout, little-endian: `PLBF`, format, features version, bits and a zero (a byte each), SHA-256 of all that
 * follows (32 bytes); then bias, scale and each group's thresholds for holding and for spam (f32), number of
 * levels (a byte), 16 levels (a byte each, the rest 0), and, compressed by Brotli, the table's bits (u32) and steps.
 */
const MAGIC = 'PLBF';
const FORMAT = 5;
const VERSIONS = Uint8Array.of(FORMAT, FEATURES_VERSION, BITS, 0);
const SUM_AT = 8;
const BODY_AT = 40;
const LEVELS_AT = BODY_AT + 4 * (2 + 2 * groups.length * SHARES.length);
const TABLE_AT = LEVELS_AT + 1 + LEVELS;
const BITS_LENGTH = 4 * WORDS;

/** Serialises a model. 200,000 weights take some 180 kB: 0.7 bits for each place, and 3.4 for each weight. */
export const writeWeights = ({ bias, scale, thresholds, weights }: Omit<Model, 'hash'>): Uint8Array => {
  const { bits, steps, levels } = weights;
  const head = Buffer.alloc(TABLE_AT);
  head.write(MAGIC, 'latin1');
  head.set(VERSIONS, MAGIC.length);
  const bounds = groups.flatMap((group) => [...thresholds[group].hold, ...thresholds[group].spam]);
  [bias, scale, ...bounds].forEach((figure, nth) => {
    head.writeFloatLE(figure, BODY_AT + 4 * nth);
  });
  head.writeUInt8(levels.length, LEVELS_AT);
  head.set(new Uint8Array(levels.buffer, levels.byteOffset, levels.length), LEVELS_AT + 1);
  const table = Buffer.concat([Buffer.from(bits.buffer, bits.byteOffset, bits.byteLength), steps]);
  const bytes = Buffer.concat([head, compressed(table)]);
  bytes.set(sumOf(bytes), SUM_AT);
  return new Uint8Array(bytes);
};

const compressed = (table: Buffer): Buffer =>
  brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: table.length } });

/**
 * Parses a file's bytes.
 * @throws {Error} that says what is wrong with a file that is damaged, cut off, or of another version.
 */
export const readWeights = (file: Uint8Array): Model => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < TABLE_AT || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw damaged('it is no file of weights');
  const versions = bytes.subarray(MAGIC.length, SUM_AT);
  if (!versions.equals(VERSIONS)) throw otherVersion(versions);
  const sum = bytes.subarray(SUM_AT, BODY_AT);
  if (!sum.equals(sumOf(bytes))) throw damaged('its checksum is wrong');

  const figure = (nth: number) => bytes.readFloatLE(BODY_AT + 4 * nth);
  return {
    bias: figure(0),
    scale: figure(1),
    thresholds: thresholdsOf((nth) => figure(2 + nth)),
    weights: tableOf(bytes),
    hash: sum.toString('hex', 0, 4),
  };
};

const tableOf = (bytes: Buffer): Weights => {
  const table = decompressed(bytes.subarray(TABLE_AT));
  const count = bytes.readUInt8(LEVELS_AT);
  if (table.length < BITS_LENGTH || count > LEVELS) throw damaged('its table is not whole');
  const levels = new Int8Array(bytes.subarray(LEVELS_AT + 1, LEVELS_AT + 1 + count));
  const steps = table.subarray(BITS_LENGTH);
  const bits = new Uint32Array(table.buffer, 0, WORDS);
  const { count: places, ...weights } = counted({ bits, steps, levels });
  if (steps.length !== bytesFor(places)) throw damaged('its weights and their places differ in number');
  return weights;
};

/** A copy, since a `Buffer` may lie anywhere in its memory, and words of the bitmap begin at its start. */
const decompressed = (table: Buffer): Uint8Array<ArrayBuffer> => {
  try {
    return new Uint8Array(brotliDecompressSync(table));
  } catch (cause) {
    throw damaged('its table cannot be decompressed', { cause });
  }
};

/** All groups' thresholds from a file's floats, in its order. */
const thresholdsOf = (figure: (nth: number) => number): Model['thresholds'] => {
  const from = (row: number) => SHARES.map((_, nth) => figure(row * SHARES.length + nth));
  return Object.fromEntries(
    groups.map((group, nth) => [group, { hold: from(2 * nth), spam: from(2 * nth + 1) }]),
  ) as unknown as Record<Group, GroupThresholds>;
};

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes.subarray(BODY_AT)).digest();

const damaged = (reason: string, options?: ErrorOptions): Error =>
  new Error(`The spam filter’s weights are damaged: ${reason}.`, options);

const otherVersion = ([format, features, bits]: Uint8Array): Error =>
  new Error(
    `The spam filter’s weights are of another version (format ${format}, features ${features}, ${bits} bits; ` +
      `expected ${FORMAT}, ${FEATURES_VERSION}, ${BITS}): train them again.`,
  );
