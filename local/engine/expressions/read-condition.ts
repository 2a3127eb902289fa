import type { Comparator, Condition } from './condition.ts';
import { isRedundant, type Operand, readCall, readOperand, redundant } from './operands.ts';
import { OPERATORS_MAX, type Reader } from './tokens.ts';

// condition := and { OR and }; and := not { AND not }; not := NOT not | primary

const COMPARATORS: readonly string[] = ['=', '<>', '<', '<=', '>', '>='] satisfies Comparator[];
const COMPARING = [...COMPARATORS, 'BETWEEN', 'IN'];
const TESTS = ['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains'];
/** Source: DynamoDB's quotas, "Maximum number of operands for the IN comparator". */
const LIST_MAX = 100;
/** Maximum nesting: a deeper expression could overflow the stack. */
const NESTED_MAX = 2 * OPERATORS_MAX;

/** @throws ValidationException */
export const readCondition = (reader: Reader): Condition => {
  const condition = new ConditionReader(reader).either();
  if (reader.peek() !== undefined) throw reader.fail();
  return condition;
};

class ConditionReader {
  readonly #reader: Reader;
  #depth = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  either(): Condition {
    let one = this.#both();
    while (this.#operator('OR')) one = { kind: 'or', one, other: this.#both() };
    return one;
  }

  #both(): Condition {
    let one = this.#negated();
    while (this.#operator('AND')) one = { kind: 'and', one, other: this.#negated() };
    return one;
  }

  #negated(): Condition {
    this.#depth += 1;
    if (this.#depth > NESTED_MAX) throw this.#reader.fail('The expression is nested too deeply;');
    const condition: Condition = this.#operator('NOT')
      ? { kind: 'not', condition: this.#negated() }
      : this.#primary();
    this.#depth -= 1;
    return condition;
  }

  #primary(): Condition {
    const reader = this.#reader;
    if (this.#isGroup()) {
      if (isRedundant(reader)) throw redundant(reader);
      reader.need('(');
      const condition = this.either();
      reader.need(')');
      return condition;
    }
    if (reader.peek(1) === '(' && !['(', 'size'].includes(reader.peek() ?? '')) {
      return readCall(reader, TESTS);
    }
    return this.#comparison(readOperand(reader, ['size']));
  }

  /** Whether the next parentheses enclose a condition; when a comparator follows them, they enclose an operand. */
  #isGroup(): boolean {
    const reader = this.#reader;
    if (reader.peek() !== '(') return false;
    const end = reader.closing();
    if (end === undefined) throw reader.fail('Syntax error; a parenthesis is not closed');
    return !COMPARING.includes((reader.peek(end + 1) ?? '').toUpperCase());
  }

  #comparison(one: Operand): Condition {
    const reader = this.#reader;
    if (this.#operator('BETWEEN')) {
      const from = readOperand(reader, ['size']);
      reader.need('AND');
      return { kind: 'between', of: one, from, to: readOperand(reader, ['size']) };
    }
    if (this.#operator('IN')) return { kind: 'in', of: one, list: this.#list() };
    const by = reader.peek() ?? '';
    if (!COMPARATORS.includes(by)) throw reader.fail();
    reader.count();
    reader.next();
    return { kind: 'compare', by: by as Comparator, one, other: readOperand(reader, ['size']) };
  }

  #list(): readonly Operand[] {
    const reader = this.#reader;
    reader.need('(');
    const list: Operand[] = [];
    do list.push(readOperand(reader, ['size']));
    while (reader.take(','));
    reader.need(')');
    if (list.length > LIST_MAX) throw reader.fail('The IN operator is provided with too many operands;');
    return list;
  }

  #operator(word: string): boolean {
    const taken = this.#reader.take(word);
    if (taken) this.#reader.count();
    return taken;
  }
}
