import type * as z from 'zod';
import { readOrRefuse } from '../../api/read-or-refuse.ts';
import type { Arrived, Layer } from '../chain.ts';
import { readBody } from './read-body.ts';

/** The body as its contract describes it. */
export type WithJson<B extends z.ZodType> = { readonly body: z.output<B> };

/**
 * Reads a JSON body and parses it by its contract.
 * @throws {Refusal} `unsupported-media-type`, `body-too-large`, `invalid-body`, `invalid-fields`
 */
export const readJson = <B extends z.ZodType>(
  makeSchema: () => B,
  bytesMax?: number,
): Layer<Arrived, WithJson<B>> => {
  const schema = makeSchema();
  const read = readBody(bytesMax === undefined ? {} : { bytesMax });
  return async ({ event }) => {
    const { input } = await read({ event });
    return { body: readOrRefuse(schema, input.kind === 'json' ? input.value : undefined) };
  };
};
