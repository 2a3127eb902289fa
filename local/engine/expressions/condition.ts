import { unsupported } from '../errors.ts';
import { valueBytes } from '../values/size.ts';
import { compareValues, type Item, isSame, type Value } from '../values/values.ts';
import { type Operand, type Placeholders, resolve, valueAt } from './operands.ts';

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly one: Condition; readonly other: Condition }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly one: Operand; readonly other: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly from: Operand; readonly to: Operand }
  | { readonly kind: 'in'; readonly of: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'function'; readonly name: string; readonly operands: readonly Operand[] };

/** Whether a condition is true for an item; undefined means that the item does not exist. */
export const holds = (condition: Condition, item: Item | undefined, given: Placeholders): boolean => {
  const value = (operand: Operand) => valueFor(operand, item, given);
  switch (condition.kind) {
    case 'and':
      return holds(condition.one, item, given) && holds(condition.other, item, given);
    case 'or':
      return holds(condition.one, item, given) || holds(condition.other, item, given);
    case 'not':
      return !holds(condition.condition, item, given);
    case 'compare':
      return compare(condition.by, value(condition.one), value(condition.other));
    case 'between':
      return isBetween(value(condition.of), value(condition.from), value(condition.to));
    case 'in': {
      const wanted = value(condition.of);
      return wanted !== undefined && condition.list.some((operand) => isSame(wanted, value(operand)));
    }
    default:
      return call(condition.name, value(condition.operands[0] as Operand), () =>
        value(condition.operands[1] as Operand),
      );
  }
};

/** A condition's comparisons and function calls, without AND, OR and NOT. */
export const partsOf = (condition: Condition): readonly Condition[] => {
  if (condition.kind === 'not') return partsOf(condition.condition);
  if (condition.kind !== 'and' && condition.kind !== 'or') return [condition];
  return [...partsOf(condition.one), ...partsOf(condition.other)];
};

/** The top-level attributes that a condition reads. */
export const attributesIn = (condition: Condition, given: Placeholders): readonly string[] =>
  partsOf(condition)
    .flatMap(operandsOf)
    .flatMap((operand) => (operand.kind === 'function' ? operand.operands : operand))
    .flatMap((operand) => (operand.kind === 'path' ? String(resolve(operand, given)[0]) : []));

/** The operands of one comparison or function call, in the order they were written. */
export const operandsOf = (part: Condition): readonly Operand[] => {
  switch (part.kind) {
    case 'compare':
      return [part.one, part.other];
    case 'between':
      return [part.of, part.from, part.to];
    case 'in':
      return [part.of, ...part.list];
    case 'function':
      return part.operands;
    default:
      return [];
  }
};

/** Evaluates an operand: a literal, the value at a path, or the size of one of these. */
const valueFor = (operand: Operand, item: Item | undefined, given: Placeholders): Value | undefined => {
  if (operand.kind === 'value') return given.values[operand.name];
  if (operand.kind === 'path') return valueAt(item, resolve(operand, given));
  const sized = valueFor(operand.operands[0] as Operand, item, given);
  return sized && sizeOf(sized);
};

const compare = (by: Comparator, one: Value | undefined, other: Value | undefined): boolean => {
  if (by === '=' || by === '<>') return (one !== undefined && isSame(one, other)) === (by === '=');
  const order = compareValues(one, other);
  if (order === undefined) return false;
  if (by === '<') return order < 0;
  if (by === '<=') return order <= 0;
  return by === '>' ? order > 0 : order >= 0;
};

const isBetween = (value: Value | undefined, from: Value | undefined, to: Value | undefined): boolean =>
  compare('>=', value, from) && compare('<=', value, to);

const call = (name: string, value: Value | undefined, second: () => Value | undefined): boolean => {
  switch (name) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && (second()?.S ?? '') in value;
    case 'begins_with':
      return beginsWith(value, second());
    case 'contains':
      return contains(value, second());
    default:
      throw unsupported(`the function ${name}`);
  }
};

const beginsWith = (value: Value | undefined, start: Value | undefined): boolean => {
  if (value?.S !== undefined && start?.S !== undefined) return value.S.startsWith(start.S);
  if (value?.B === undefined || start?.B === undefined) return false;
  const bytes = Buffer.from(start.B, 'base64');
  return Buffer.from(value.B, 'base64').subarray(0, bytes.length).equals(bytes);
};

const contains = (value: Value | undefined, part: Value | undefined): boolean => {
  if (!value || !part) return false;
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
  if (value.B !== undefined)
    return part.B !== undefined && Buffer.from(value.B, 'base64').includes(Buffer.from(part.B, 'base64'));
  if (value.L) return value.L.some((element) => isSame(element, part));
  return isMember(value, part);
};

const isMember = ({ SS, NS, BS }: Value, { S, N, B }: Value): boolean =>
  (S !== undefined && SS?.includes(S)) ||
  (N !== undefined && NS?.includes(N)) ||
  (B !== undefined && BS?.includes(B)) ||
  false;

/** Bytes of a string or binary, members of a set, list or map; undefined for numbers, booleans and null. */
const sizeOf = (value: Value): Value | undefined => {
  const members = value.SS ?? value.NS ?? value.BS ?? value.L ?? (value.M && Object.keys(value.M));
  if (members) return { N: String(members.length) };
  return value.S !== undefined || value.B !== undefined ? { N: String(valueBytes(value)) } : undefined;
};
