import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, wrongKind } from '../errors.ts';
import { checkName, toStoredValues } from '../values/read-values.ts';
import { itemBytes } from '../values/size.ts';
import type { Item } from '../values/values.ts';

/** Maximum bytes of a placeholder, with its `#` or `:`. Source: DynamoDB's quotas, "Expression parameters". */
const PLACEHOLDER_BYTES_MAX = 255;
const VALUES_BYTES_MAX = 2 * 1024 * 1024;

/**
 * Compares the placeholders that a request defines with those that its expressions use.
 * @throws ValidationException for placeholders that are missing, not used or too long
 */
export const checkPlaceholders = <T>(
  kind: 'Names' | 'Values',
  defined: Readonly<Record<string, unknown>> | undefined,
  parsed: readonly T[],
  usedBy: (one: T) => ReadonlySet<string>,
): void => {
  const placeholders = Object.keys(defined ?? {});
  if (defined && parsed.length === 0)
    throw invalid(`ExpressionAttribute${kind} can only be specified when using expressions`);
  if (defined && placeholders.length === 0) throw invalid(`ExpressionAttribute${kind} must not be empty`);
  const used = new Set(parsed.flatMap((one) => [...usedBy(one)]));
  const missing = [...used].find((placeholder) => defined?.[placeholder] == null);
  if (missing !== undefined)
    throw invalid(
      `Invalid expression: An expression attribute ${kind === 'Names' ? 'name' : 'value'} used in expression is not defined; attribute: ${missing}`,
    );
  const unused = placeholders.filter((placeholder) => !used.has(placeholder));
  if (unused.length > 0)
    throw invalid(
      `Value provided in ExpressionAttribute${kind} unused in expressions: keys: {${unused.join(', ')}}`,
    );
  // A placeholder that an expression uses is ASCII, so its length is its bytes.
  if (placeholders.some(({ length }) => length > PLACEHOLDER_BYTES_MAX))
    throw invalid(
      `ExpressionAttribute${kind} contains invalid key: The expression attribute map contains a key that is too long`,
    );
};

/** @throws ValidationException @throws SerializationException when a placeholder stands for no name that an attribute can have */
export const checkNames = (names: Readonly<Record<string, string>>): void => {
  for (const placeholder in names) {
    const name: unknown = names[placeholder];
    if (typeof name !== 'string') throw wrongKind(placeholder, 'text');
    checkName(name);
  }
};

/** Converts ExpressionAttributeValues to their stored form. @throws ValidationException */
export const readValues = (values: Readonly<Record<string, AttributeValue>> | undefined): Item => {
  const stored = toStoredValues(values ?? {});
  if (itemBytes(stored) > VALUES_BYTES_MAX) throw invalid('ExpressionAttributeValues exceeds max size');
  return stored;
};
