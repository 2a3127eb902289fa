import fc from 'fast-check';

/** Makes a command for a table; partitions begin with `run`, so that runs do not meet. */
export type Step = (table: string, run: string) => { readonly input: object };

export const CAPACITY = { ReturnConsumedCapacity: 'INDEXES' } as const;

/** There in one of three cases. */
export const maybe = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), fc.constant(undefined), of);
