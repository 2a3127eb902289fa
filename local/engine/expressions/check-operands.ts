import { invalid } from '../errors.ts';
import { compareValues, typeOf, type Value } from '../values/values.ts';
import { type Condition, operandsOf, partsOf } from './condition.ts';
import { type Operand, type Placeholders, resolve } from './operands.ts';
import type { Path } from './paths.ts';

const ORDERED = ['S', 'N', 'B'];
const UNSIZED = ['N', 'BOOL', 'NULL'];
const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'M', 'L'];

/** Refuses operands of a type that the operator never accepts, as DynamoDB does before it reads the item. @throws ValidationException */
export const checkOperands = (condition: Condition, given: Placeholders): void => {
  for (const part of partsOf(condition)) {
    const operands = operandsOf(part);
    checkFirst(operands, given);
    const values = operands.map((operand) => writtenOut(operand, given));
    for (const operand of operands)
      if (operand.kind === 'function') checkSized(writtenOut(operand.operands[0], given));
    checkPart(part, values);
  }
};

/** An operand's literal value; undefined when it depends on the item. */
const writtenOut = (operand: Operand | undefined, given: Placeholders): Value | undefined =>
  operand?.kind === 'value' ? given.values[operand.name] : undefined;

/** Refuses a first path that is also one of the other operands. @throws ValidationException */
export const checkFirst = (operands: readonly Operand[], given: Placeholders): void => {
  const [first] = operands;
  if (first?.kind !== 'path') return;
  const text = (path: Path) => JSON.stringify(resolve(path, given));
  if (operands.some((other) => other !== first && other.kind === 'path' && text(other) === text(first)))
    throw invalid(
      'Invalid expression: The first operand must be distinct from the remaining operands for this operator or function',
    );
};

const checkSized = (value: Value | undefined): void => {
  if (value && UNSIZED.includes(typeOf(value))) throw wrongType('size', typeOf(value));
};

const checkPart = (part: Condition, values: readonly (Value | undefined)[]): void => {
  if (part.kind === 'between') checkBounds(values);
  if (part.kind === 'compare' && part.by !== '=' && part.by !== '<>') checkOrdered(part.by, values);
  if (part.kind === 'function' && part.name === 'begins_with') checkStart(values);
  if (part.kind === 'function' && part.name === 'attribute_type') checkType(values[1]);
};

const checkOrdered = (operator: string, values: readonly (Value | undefined)[]): void => {
  for (const value of values)
    if (value && !ORDERED.includes(typeOf(value))) throw wrongType(operator, typeOf(value));
};

const checkBounds = (values: readonly (Value | undefined)[]): void => {
  checkOrdered('BETWEEN', values);
  const [, from, to] = values;
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

const checkStart = (values: readonly (Value | undefined)[]): void => {
  for (const value of values)
    if (value && value.S === undefined && value.B === undefined)
      throw wrongType('begins_with', typeOf(value));
};

/** The type must be a literal, not a path. */
const checkType = (value: Value | undefined): void => {
  if (value?.S === undefined) throw wrongType('attribute_type', value ? typeOf(value) : 'an attribute');
  if (!TYPES.includes(value.S))
    throw invalid(`Invalid expression: Invalid attribute type name found; type: ${value.S}`);
};

const wrongType = (operator: string, type: string) =>
  invalid(
    `Invalid expression: Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
  );
