import { invalid } from '../errors.ts';
import { compareValues, type Item, typeOf, type Value } from '../values.ts';
import { type Condition, partsOf } from './condition.ts';
import type { Operand } from './operands.ts';

const ORDERED = ['S', 'N', 'B'];
const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'M', 'L'];

/** Refuses values that an operator could never take, as DynamoDB does before it looks at the item. @throws ValidationException */
export const checkOperands = (condition: Condition, values: Item): void => {
  const value = (operand: Operand | undefined): Value | undefined =>
    operand?.kind === 'value' ? values[operand.name] : undefined;
  for (const part of partsOf(condition)) {
    if (part.kind === 'between') {
      checkOrdered('BETWEEN', value(part.of));
      checkBounds(value(part.from), value(part.to));
    }
    if (part.kind === 'function') checkFunction(part.name, value(part.operands[1]));
    if (part.kind !== 'compare' || part.by === '=' || part.by === '<>') continue;
    checkOrdered(part.by, value(part.one));
    checkOrdered(part.by, value(part.other));
  }
};

const checkOrdered = (operator: string, value: Value | undefined): void => {
  if (value && !ORDERED.includes(typeOf(value))) throw wrongType(operator, typeOf(value));
};

const checkBounds = (from: Value | undefined, to: Value | undefined): void => {
  checkOrdered('BETWEEN', from);
  checkOrdered('BETWEEN', to);
  if (!from || !to) return;
  const order = compareValues(from, to);
  if (order === undefined)
    throw invalid(
      'Invalid expression: The BETWEEN operator requires same data type for lower and upper bounds;',
    );
  if (order > 0)
    throw invalid(
      'Invalid expression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound;',
    );
};

const checkFunction = (name: string, value: Value | undefined): void => {
  if (!value) return;
  if (name === 'begins_with' && value.S === undefined && value.B === undefined)
    throw wrongType(name, typeOf(value));
  if (name !== 'attribute_type') return;
  if (value.S === undefined) throw wrongType(name, typeOf(value));
  if (!TYPES.includes(value.S))
    throw invalid(`Invalid expression: Invalid attribute type name found; type: ${value.S}`);
};

const wrongType = (operator: string, type: string) =>
  invalid(
    `Invalid expression: Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
  );
