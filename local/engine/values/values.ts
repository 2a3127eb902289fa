import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid } from '../errors.ts';
import { compareNumbers } from './numbers.ts';

/**
 * A value as it is stored and as stream events carry it: DynamoDB JSON, with binaries in base64 and numbers in canonical
 * form. Exactly one member is set.
 */
export type Value = {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: true;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly M?: Item;
  readonly L?: readonly Value[];
};
export type Item = Readonly<Record<string, Value>>;
export type ValueType = keyof Value;

/** @throws ValidationException for a value without a type */
export const typeOf = (value: Value): ValueType => {
  for (const type in value) return type as ValueType;
  throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
};

/** An own attribute of an item or map: `constructor` is undefined unless the item has it. */
export const own = (item: Item | undefined, name: string): Value | undefined =>
  item !== undefined && Object.hasOwn(item, name) ? item[name] : undefined;

/** Sets an attribute of any name: assigning to `__proto__` would replace the object's prototype. */
export const put = <T>(item: Record<string, T>, name: string, value: T): void => {
  if (name === '__proto__')
    Object.defineProperty(item, name, { value, enumerable: true, configurable: true, writable: true });
  else item[name] = value;
};

/** Converts a stored item to an SDK item: base64 becomes bytes, and other values are shared, not copied. */
export const toAnswer = (item: Item): Record<string, AttributeValue> => {
  const answer: Record<string, AttributeValue> = {};
  for (const name in item) put(answer, name, toAnswerValue(item[name] as Value));
  return answer;
};

const toAnswerValue = (value: Value): AttributeValue => {
  if (value.B !== undefined) return { B: fromBase64(value.B) };
  if (value.M !== undefined) return { M: toAnswer(value.M) };
  if (value.L !== undefined) return { L: value.L.map(toAnswerValue) };
  if (value.BS !== undefined) return { BS: value.BS.map(fromBase64) };
  return value as AttributeValue;
};

const fromBase64 = (text: string): Uint8Array => {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/**
 * Compares two values of one type: numbers by value, strings by their UTF-8 bytes, binaries as unsigned bytes.
 * @returns negative, 0 or positive; undefined when the types differ or have no order
 */
export const compareValues = (one: Value | undefined, other: Value | undefined): number | undefined => {
  if (!one || !other) return undefined;
  if (one.S !== undefined && other.S !== undefined) return compareTexts(one.S, other.S);
  if (one.N !== undefined && other.N !== undefined) return compareNumbers(one.N, other.N);
  if (one.B !== undefined && other.B !== undefined)
    return Buffer.compare(Buffer.from(one.B, 'base64'), Buffer.from(other.B, 'base64'));
  return undefined;
};

/** JavaScript compares UTF-16 units, which puts U+FF5E above U+1F600. */
const compareTexts = (one: string, other: string): number =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Whether two values are equal; the order of a map's attributes and of a set's members does not matter. */
export const isSame = (one: Value | undefined, other: Value | undefined): boolean => {
  if (one === other || !one || !other) return one === other;
  const type = typeOf(one);
  if (type !== typeOf(other)) return false;
  if (one.M && other.M) return isSameItem(one.M, other.M);
  if (one.L && other.L) return isSameList(one.L, other.L);
  const [a, b] = [one[type], other[type]];
  return Array.isArray(a) && Array.isArray(b) ? isSameSet(a, b) : a === b;
};

export const isSameItem = (one: Item, other: Item): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => isSame(one[name], own(other, name)))
  );
};

const isSameList = (one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length && one.every((value, at) => isSame(value, other[at]));

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((member) => other.includes(member));
