import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { invalid, unsupported, wrongKeyType } from './errors.ts';
import { type Item, put, type Value } from './values/values.ts';

/** Source: DynamoDB's quotas, "Partition key length" and "Sort key length". */
const HASH_BYTES_MAX = 2048;
export const RANGE_BYTES_MAX = 1024;
/** Source: DynamoDB's quotas, "Attribute names", for those of keys. */
const KEY_NAME_BYTES_MAX = 255;

/** The part of `CreateTable` that the engine needs, and the TTL attribute. */
export type TableDefinition = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'
> & { readonly expiry?: { readonly AttributeName: string } };

/** Attribute names of the partition key and the sort key. */
export type KeyNames = { readonly hash: string; readonly range: string };
export type Index = KeyNames & {
  readonly name: string;
  /** The attributes that the index projects. */
  readonly projection: ReadonlySet<string> | 'all';
};
export type Schema = KeyNames & {
  /** All key attributes, of the table and its indexes. */
  readonly keys: ReadonlySet<string>;
  readonly indexes: readonly Index[];
  readonly expiry: string | undefined;
};
export type Key = { readonly hash: string; readonly range: string };

/** @throws unless every key is a partition key and a sort key, both of type S */
export const schemaOf = (definition: TableDefinition): Schema => {
  const keys = keyNames(definition, definition.KeySchema);
  const indexes = (definition.GlobalSecondaryIndexes ?? []).map((index): Index => {
    const own = keyNames(definition, index.KeySchema);
    const { ProjectionType, NonKeyAttributes = [] } = index.Projection ?? {};
    const names = [keys.hash, keys.range, own.hash, own.range, ...NonKeyAttributes];
    return {
      ...own,
      name: index.IndexName ?? '',
      projection: ProjectionType === 'ALL' ? 'all' : new Set(names),
    };
  });
  const all = [keys, ...indexes].flatMap(({ hash, range }) => [hash, range]);
  return { ...keys, keys: new Set(all), indexes, expiry: definition.expiry?.AttributeName };
};

const keyNames = (
  { AttributeDefinitions = [] }: TableDefinition,
  schema: TableDefinition['KeySchema'],
): KeyNames => {
  const nameOf = (type: string) => schema?.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const [hash, range] = [nameOf('HASH'), nameOf('RANGE')];
  if (hash === undefined || range === undefined) throw unsupported('keys of one attribute');
  for (const name of [hash, range]) if (Buffer.byteLength(name) > KEY_NAME_BYTES_MAX) throw longName(name);
  for (const name of [hash, range])
    if (AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType !== 'S')
      throw unsupported(`the key attribute ${name}, which is no text`);
  return { hash, range };
};

const longName = (name: string) =>
  invalid(`The key attribute ${name.slice(0, 20)}... has a name of more than ${KEY_NAME_BYTES_MAX} bytes`);

/** Whether no key occurs twice. */
export const areDistinct = (keys: readonly Key[]): boolean =>
  new Set(keys.map(({ hash, range }) => JSON.stringify([hash, range]))).size === keys.length;

/** The key of an item to be written. @throws ValidationException */
export const keyOf = (item: Item, { hash, range }: KeyNames): Key => ({
  hash: keyText(item[hash], hash, HASH_BYTES_MAX),
  range: keyText(item[range], range, RANGE_BYTES_MAX),
});

/** Reads a request's `Key`, which must have exactly the two key attributes. @throws ValidationException */
export const requestedKey = (item: Item, names: KeyNames): Key => {
  if (Object.keys(item).length !== 2) throw invalid('The provided key element does not match the schema');
  return keyOf(item, names);
};

const keyText = (value: Value | undefined, name: string, bytesMax: number): string => {
  if (!value) throw invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`);
  if (value.S === undefined)
    throw wrongKeyType(
      `One or more parameter values were invalid: Type mismatch for key ${name} expected: S`,
    );
  return boundedText(value.S, name, bytesMax);
};

const boundedText = (text: string, name: string, bytesMax: number): string => {
  if (text === '')
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  if (!text.isWellFormed())
    throw invalid(`One or more parameter values were invalid: Key ${name} is not valid UTF-8`);
  if (text.length * 3 > bytesMax && Buffer.byteLength(text) > bytesMax)
    throw invalid(
      `One or more parameter values were invalid: Size of key ${name} has exceeded ${bytesMax} bytes`,
    );
  return text;
};

/** An item's key in an index; undefined when it lacks a key attribute, and so is not in the index. @throws ValidationException */
export const indexKeyOf = (item: Item, { hash, range }: Index): Key | undefined => {
  const [one, other] = [item[hash], item[range]];
  if (one) keyText(one, hash, HASH_BYTES_MAX);
  if (other) keyText(other, range, RANGE_BYTES_MAX);
  return one?.S !== undefined && other?.S !== undefined ? { hash: one.S, range: other.S } : undefined;
};

/** Keeps the attributes that an index projects. */
export const projectTo = (item: Item, { projection }: Index): Item => {
  if (projection === 'all') return item;
  const entry: Record<string, Value> = {};
  for (const name in item) if (projection.has(name)) put(entry, name, item[name] as Value);
  return entry;
};
