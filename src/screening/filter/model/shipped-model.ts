import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from './model.ts';
import { readWeights } from './weights-file.ts';

/** Lies beside this file, and beside every bundle that contains it. */
export const WEIGHTS_FILE = 'weights.bin';

/**
 * Reads the model that ships with the project, in two milliseconds, or some more the first time.
 * @throws {Error} when its weights are missing, damaged or of another version, which stops the start.
 */
export const shippedModel = (): Model => readWeights(fileAt(join(import.meta.dirname, WEIGHTS_FILE)));

const fileAt = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`The spam filter’s weights are missing: ${path} cannot be read.`, { cause });
  }
};
