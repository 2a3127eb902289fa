import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, unsupported } from '../errors.ts';
import { canonical } from './numbers.ts';
import { type Item, put, type Value, type ValueType } from './values.ts';

/** Maximum nesting of lists and maps; the item is the first level. Source: DynamoDB's quotas, "Nested attribute depth". */
const DEPTH_MAX = 32;
/** Source: DynamoDB's naming rules and data types, "Data types": what a name of 64 KB may hold. */
const NAME_BYTES_MAX = 65_535;
/** Maximum UTF-8 bytes of one UTF-16 code unit. */
const BYTES_PER_UNIT_MAX = 3;

/** Converts an SDK item to its stored form; undefined attributes are left out. @throws ValidationException */
export const toStored = (item: Readonly<Record<string, AttributeValue>>, depth = 1): Item => {
  const stored: Record<string, Value> = {};
  for (const name in item) {
    const value = item[name];
    if (value === undefined) continue;
    checkName(name);
    put(stored, name, toStoredValue(value, depth));
  }
  return stored;
};

/**
 * Converts ExpressionAttributeValues, which may nest one level deeper than attributes, since no item encloses them.
 * @throws ValidationException
 */
export const toStoredValues = (values: Readonly<Record<string, AttributeValue>>): Item => toStored(values, 0);

/** @throws ValidationException when a name is empty or longer than 64 KB */
export const checkName = (name: string): void => {
  if (name === '') throw invalid('Empty attribute name');
  if (name.length * BYTES_PER_UNIT_MAX > NAME_BYTES_MAX && Buffer.byteLength(name) > NAME_BYTES_MAX)
    throw invalid(`Attribute name is too large, must be less than ${NAME_BYTES_MAX + 1} bytes`);
};

/** Checks an updated item, since an update can put a deep value at a deep path. @throws ValidationException */
export const checkDepth = (item: Item, depth = 1): void => {
  for (const name in item) checkValueDepth(item[name] as Value, depth);
};

const checkValueDepth = ({ M, L }: Value, depth: number): void => {
  if (!M && !L) return;
  checkLevel(depth);
  if (M) checkDepth(M, depth + 1);
  else for (const element of L ?? []) checkValueDepth(element, depth + 1);
};

/** @param depth levels that enclose the list or map */
const checkLevel = (depth: number): void => {
  if (depth >= DEPTH_MAX) throw invalid('Nesting Levels have exceeded supported limits');
};

const toStoredValue = (value: AttributeValue, depth: number): Value => {
  const type = onlyType(value);
  const member: unknown = value[type];
  switch (type) {
    case 'M':
      if (!isMap(member)) throw wrongKind(type);
      checkLevel(depth);
      return { M: toStored(member, depth + 1) };
    case 'L':
      checkLevel(depth);
      return { L: arrayOf(member, type).map((one) => toStoredValue(one as AttributeValue, depth + 1)) };
    case 'NULL':
      if (member !== true)
        throw invalid(
          'One or more parameter values were invalid: Null attribute value types must have the value of true',
        );
      return { NULL: true };
    default:
      return toStoredPlain(type, member);
  }
};

const toStoredPlain = (type: ValueType, member: unknown): Value => {
  switch (type) {
    case 'N':
      return { N: canonical(textOf(member, type)) };
    case 'B':
      return { B: toBase64(member, type) };
    case 'BOOL':
      if (typeof member !== 'boolean') throw wrongKind(type);
      return { BOOL: member };
    case 'SS':
      return { SS: distinct(arrayOf(member, type).map((one) => textOf(one, type))) };
    case 'NS':
      return { NS: distinct(arrayOf(member, type).map((one) => canonical(textOf(one, type)))) };
    case 'BS':
      return { BS: distinct(arrayOf(member, type).map((one) => toBase64(one, type))) };
    default:
      return { S: textOf(member, type) };
  }
};

const TYPES: ReadonlySet<string> = new Set<ValueType>([
  'S',
  'N',
  'B',
  'BOOL',
  'NULL',
  'SS',
  'NS',
  'BS',
  'M',
  'L',
]);

/** A value's type. Members that are null or undefined are ignored: the SDK does not send them. */
const onlyType = (value: AttributeValue): ValueType => {
  let type: string | undefined;
  let unknown: string | undefined;
  for (const name in value) {
    if ((value as unknown as Record<string, unknown>)[name] == null) continue;
    if (!TYPES.has(name)) unknown = name;
    else if (type === undefined) type = name;
    else
      throw invalid(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      );
  }
  if (type === undefined)
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  if (unknown !== undefined) throw unsupported(`the type ${unknown} of an attribute`);
  return type as ValueType;
};

/** The SDK would not send such a member, or DynamoDB would refuse it. */
const wrongKind = (type: ValueType) => invalid(`The member ${type} of an AttributeValue is of another kind`);

const isMap = (member: unknown): member is Readonly<Record<string, AttributeValue>> =>
  typeof member === 'object' && member !== null && !Array.isArray(member) && !ArrayBuffer.isView(member);

const arrayOf = (member: unknown, type: ValueType): readonly unknown[] => {
  if (!Array.isArray(member)) throw wrongKind(type);
  return member;
};

const textOf = (member: unknown, type: ValueType): string => {
  if (typeof member !== 'string') throw wrongKind(type);
  return member;
};

const toBase64 = (member: unknown, type: ValueType): string => {
  if (!(member instanceof Uint8Array)) throw wrongKind(type);
  return Buffer.from(member.buffer, member.byteOffset, member.byteLength).toString('base64');
};

const distinct = (members: readonly string[]): readonly string[] => {
  if (members.length === 0) throw invalid('An string set  may not be empty');
  if (new Set(members).size < members.length) throw invalid('Input collection contains duplicates.');
  return members;
};
