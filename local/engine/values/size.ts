import { pairsOf } from './numbers.ts';
import type { Item, Value } from './values.ts';

/** Source: DynamoDB's guide, "Item sizes and formats". */
const DOCUMENT_BYTES = 3;
const ELEMENT_BYTES = 1;

/** An item's size in bytes, with its attribute names, as DynamoDB counts it for capacity and limits. */
export const itemBytes = (item: Item): number => {
  let bytes = 0;
  for (const name in item) bytes += Buffer.byteLength(name) + valueBytes(item[name] as Value);
  return bytes;
};

export const valueBytes = (value: Value): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return base64Bytes(value.B);
  if (value.M) return DOCUMENT_BYTES + itemBytes(value.M) + ELEMENT_BYTES * Object.keys(value.M).length;
  if (value.L) return DOCUMENT_BYTES + value.L.reduce((sum, one) => sum + valueBytes(one) + ELEMENT_BYTES, 0);
  return setBytes(value);
};

const setBytes = ({ SS, NS, BS }: Value): number => {
  if (SS) return membersBytes(SS, (member) => Buffer.byteLength(member));
  if (NS) return membersBytes(NS, numberBytes);
  return BS ? membersBytes(BS, base64Bytes) : 1;
};

const membersBytes = (members: readonly string[], bytesOf: (member: string) => number) =>
  members.reduce((sum, member) => sum + bytesOf(member), 0);

const numberBytes = (text: string) => pairsOf(text) + (text.startsWith('-') ? 2 : 1);

const base64Bytes = (text: string) => Buffer.byteLength(text, 'base64');
