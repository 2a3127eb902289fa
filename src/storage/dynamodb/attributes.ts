import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB's protocol writes it. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** What an attribute may hold, in plain words: a text, a number, bytes, or a map of those. */
export type Plain = string | number | Uint8Array | PlainMap;
export type PlainMap = { readonly [name: string]: Plain | undefined };

/** Plain values as attributes; undefined ones are left out. */
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

/** A text that must be there. @throws when the item is damaged. */
export const textOf = (item: Item, name: string): string => {
  const text = item[name]?.S;
  if (text === undefined) throw new DamagedItem(name);
  return text;
};

/** A number that must be there. @throws when the item is damaged. */
export const numberOf = (item: Item, name: string): number => {
  const number = Number(item[name]?.N ?? Number.NaN);
  if (Number.isNaN(number)) throw new DamagedItem(name);
  return number;
};

/** A map that must be there. @throws when the item is damaged. */
export const mapOf = (item: Item, name: string): Item => {
  const map = item[name]?.M;
  if (map === undefined) throw new DamagedItem(name);
  return map;
};

export const countOf = (item: Item | undefined, name: string): number => Number(item?.[name]?.N ?? 0);

/** `{[name]: text}` when there is one: for optional fields. */
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
