import fc, { type Arbitrary } from 'fast-check';
import { grapheme } from '../characters.ts';

/** A JSON Schema, as far as the API's document uses it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};
type Resolve = (schema: Schema) => Schema;

const LENGTH_MAX = 60;
const ITEMS_MAX = 3;

/** Values that fit a schema by its shape; patterns with a length beside them may still miss, so check the value. */
export const fitting = (given: Schema, resolve: Resolve): Arbitrary<unknown> => {
  const schema = resolve(given);
  const options = schema.anyOf ?? schema.oneOf;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  if (options) return fc.oneof(...options.map((option) => fitting(option, resolve)));
  return ofType(Array.isArray(schema.type) ? schema.type[0] : schema.type, schema, resolve);
};

const ofType = (type: string | undefined, schema: Schema, resolve: Resolve): Arbitrary<unknown> => {
  switch (type) {
    case 'string':
      return ofString(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, resolve), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? ITEMS_MAX, ITEMS_MAX),
      });
    case 'object':
      return ofObject(schema, resolve);
    default:
      return fc.jsonValue();
  }
};

const ofString = ({ pattern, minLength = 0, maxLength = LENGTH_MAX }: Schema): Arbitrary<string> => {
  const free = fc.string({
    unit: grapheme,
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, LENGTH_MAX)),
  });
  if (pattern === undefined) return free;
  const expression = new RegExp(pattern, 'u');
  return fc
    .oneof(free, fc.stringMatching(/^[ -~]{1,40}$/), matching(expression))
    .filter((text) => expression.test(text));
};

/** By their expressions, since making one may list all characters first. */
const made = new Map<string, Arbitrary<string>>();

const matching = (expression: RegExp): Arbitrary<string> => {
  const known = made.get(expression.source) ?? make(expression);
  made.set(expression.source, known);
  return known;
};

/** fast-check cannot follow every expression; where not, the filter above waits for luck. */
const make = (expression: RegExp): Arbitrary<string> => {
  try {
    return fc.stringMatching(expression);
  } catch {
    return fc.constantFrom('https://www.example.fr/page', 'camille@example.fr', 'Camille');
  }
};

const ofObject = ({ properties = {}, required = [] }: Schema, resolve: Resolve) =>
  fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fitting(schema, resolve)])),
    {
      requiredKeys: [...required],
    },
  );

/** An object with one property gone, added or of another kind. */
export const spoiled = (value: unknown): Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fc.jsonValue();
  const names = fc.constantFrom(...Object.keys(value), 'unknown');
  return fc.oneof(
    names.map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
    fc.tuple(names, fc.jsonValue()).map(([name, other]) => ({ ...value, [name]: other })),
    fc.jsonValue(),
  );
};
