import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item in DynamoDB's wire format. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** A value an attribute can hold: a string, a number, bytes, or a map of those. */
export type Plain = string | number | Uint8Array | PlainMap;
export type PlainMap = { readonly [name: string]: Plain | undefined };

/** Converts plain values to attributes and leaves undefined ones out. */
export const toItem = (values: PlainMap): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, toAttribute(value)]],
    ),
  );

export const toAttribute = (value: Plain): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  return ArrayBuffer.isView(value) ? { B: value as Uint8Array } : { M: toItem(value as PlainMap) };
};

/** Reads a required string. @throws {DamagedItem} when it is missing. */
export const textOf = (item: Item, name: string): string => {
  const text = item[name]?.S;
  if (text === undefined) throw new DamagedItem(name);
  return text;
};

/** Reads a required number. @throws {DamagedItem} when it is missing. */
export const numberOf = (item: Item, name: string): number => {
  const number = Number(item[name]?.N ?? Number.NaN);
  if (Number.isNaN(number)) throw new DamagedItem(name);
  return number;
};

/** Reads a required map. @throws {DamagedItem} when it is missing. */
export const mapOf = (item: Item, name: string): Item => {
  const map = item[name]?.M;
  if (map === undefined) throw new DamagedItem(name);
  return map;
};

export const countOf = (item: Item | undefined, name: string): number => Number(item?.[name]?.N ?? 0);

/** Reads a required text of JSON. @throws {DamagedItem} when it is missing or none. */
export const jsonOf = (item: Item, name: string): unknown => {
  try {
    return JSON.parse(textOf(item, name));
  } catch {
    // Without a cause, since the parser's message quotes the item.
    throw new DamagedItem(name);
  }
};

/** Reads an optional string as `{[name]: text}`, or `{}` when it is absent. */
export const optional = <Name extends string>(name: Name, item: Item, attribute: string = name) => {
  const text = item[attribute]?.S;
  return (text === undefined ? {} : { [name]: text }) as { readonly [name in Name]?: string };
};

/** An item that this version of the service cannot read. Names the attribute, never its value. */
export class DamagedItem extends Error {
  constructor(attribute: string, options?: ErrorOptions) {
    super(`The stored item has no readable "${attribute}".`, options);
    this.name = 'DamagedItem';
  }
}
