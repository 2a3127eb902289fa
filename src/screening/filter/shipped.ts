import type { Model } from './model.ts';
import { weights } from './weights.ts';
import { readWeights } from './weights-file.ts';

/**
 * The model that comes with the project, unpacked in about a millisecond.
 * @throws {Error} when its weights are damaged or of another version, which stops the start.
 */
export const shippedModel = (): Model => readWeights(Buffer.from(weights, 'base64'));
