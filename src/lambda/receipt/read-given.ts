import type * as z from 'zod';
import { readOrRefuse } from '../../api/read-or-refuse.ts';
import type { Layer } from '../chain.ts';
import type { WithBody } from '../middleware/read-body.ts';

/** What was sent to a receipt, by its contract. */
export type WithGiven<B extends z.ZodType> = { readonly given: z.output<B> };

/** Parses a body by its contract; of a form, the named fields that are not empty. @throws {Refusal} `invalid-fields` */
export const readGiven = <B extends z.ZodType>(
  makeSchema: () => B,
  fields: readonly string[],
): Layer<WithBody, WithGiven<B>> => {
  const schema = makeSchema();
  return ({ input }) => ({
    given: readOrRefuse(schema, input.kind === 'json' ? input.value : sent(input.fields, fields)),
  });
};

const sent = (typed: ReadonlyMap<string, string>, fields: readonly string[]) =>
  Object.fromEntries(
    fields.flatMap((name) => {
      const value = typed.get(name) ?? '';
      if (value.trim() === '') return [];
      return [[name, value] as const];
    }),
  );
