import { invalid } from '../errors.ts';
import { addNumbers, subtractNumbers } from '../values/numbers.ts';
import { type Item, typeOf, type Value } from '../values/values.ts';
import { checkFirst } from './check-operands.ts';
import { type Operand, type Placeholders, resolve, valueAt } from './operands.ts';
import { byPlace, closeGaps, type Draft, removeAt, setAt } from './paths.ts';
import type { Action, Assigned } from './read-update.ts';

type Parts = readonly (string | number)[];

/**
 * Applies an update to an item and returns the new one. Right-hand sides and list indexes refer to the item before the update.
 * @param old the stored item; for a new one, only its key
 * @throws ValidationException
 */
export const applyUpdate = (actions: readonly Action[], old: Item, given: Placeholders): Item => {
  const writes = actions.map((action): readonly [Parts, Value | undefined] => {
    const parts = resolve(action.path, given);
    return [parts, outcome(action, old, valueAt(old, parts), given)];
  });
  const draft: Draft = { ...old };
  for (const [parts, next] of writes) if (!next) removeAt(draft, parts);
  const sets = writes.filter(([, next]) => next);
  // The order matters only for paths into lists and maps; most updates have none.
  if (sets.some(([{ length }]) => length > 1)) sets.sort(([one], [other]) => byPlace(one, other));
  for (const [parts, next] of sets) setAt(draft, parts, next as Value);
  const opened = writes.filter(([parts, next]) => !next && parts.length > 1);
  closeGaps(draft, new Set(opened.map(([[name]]) => String(name))));
  return draft;
};

/** The value that an action leaves at its path; undefined removes it. */
const outcome = (
  action: Action,
  old: Item,
  had: Value | undefined,
  given: Placeholders,
): Value | undefined => {
  if (action.kind === 'SET') return assigned(action.to, old, given);
  if (action.kind === 'REMOVE') return undefined;
  const value = given.values[action.value] as Value;
  return action.kind === 'ADD' ? added(had, value) : without(had, value);
};

const assigned = (to: Assigned, old: Item, given: Placeholders): Value => {
  if (!('one' in to)) return needed(operand(to, old, given));
  const [one, other] = [needed(operand(to.one, old, given)), needed(operand(to.other, old, given))];
  if (one.N === undefined || other.N === undefined) throw wrongType();
  return { N: to.kind === '+' ? addNumbers(one.N, other.N) : subtractNumbers(one.N, other.N) };
};

const needed = (value: Value | undefined): Value => {
  if (value) return value;
  throw invalid('The provided expression refers to an attribute that does not exist in the item');
};

const operand = (of: Operand, old: Item, given: Placeholders): Value | undefined => {
  if (of.kind === 'value') return given.values[of.name];
  if (of.kind === 'path') return valueAt(old, resolve(of, given));
  const [first, second] = of.operands as readonly [Operand, Operand];
  if (of.name === 'if_not_exists') {
    const otherwise = needed(operand(second, old, given));
    return operand(first, old, given) ?? otherwise;
  }
  const [one, other] = [needed(operand(first, old, given)), needed(operand(second, old, given))];
  if (one.L && other.L) return { L: [...one.L, ...other.L] };
  throw wrongType();
};

const SETS = ['SS', 'NS', 'BS'] as const;

/** Refuses operands of a type that an action never accepts, as DynamoDB does before it reads the item. @throws ValidationException */
export const checkActions = (actions: readonly Action[], given: Placeholders): void => {
  const { values } = given;
  for (const action of actions) {
    if (action.kind === 'SET') checkAssigned(action.to, given);
    if (action.kind !== 'ADD' && action.kind !== 'DELETE') continue;
    const type = typeOf(values[action.value] as Value);
    const isSet = SETS.some((set) => set === type);
    if (!isSet && !(action.kind === 'ADD' && type === 'N'))
      throw invalid(
        `Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ${action.kind}, operand type: ${type}`,
      );
  }
};

/** Literals must be numbers in `+` and `-`, and lists in `list_append`. */
const checkAssigned = (to: Assigned, given: Placeholders): void => {
  if ('one' in to) checkAll(to.kind, [to.one, to.other], 'N', given);
  else if (to.kind === 'function') {
    if (to.name === 'if_not_exists') checkFirst(to.operands, given);
    checkAll(to.kind, to.operands, to.name === 'list_append' ? 'L' : undefined, given);
  }
};

/** @param wanted the type that literals must have; any when undefined */
const checkAll = (
  kind: Assigned['kind'],
  operands: readonly Operand[],
  wanted: 'N' | 'L' | undefined,
  given: Placeholders,
): void => {
  for (const one of operands) {
    if (one.kind === 'function') checkAssigned(one, given);
    const type = one.kind === 'value' ? typeOf(given.values[one.name] as Value) : wanted;
    if (wanted && type !== wanted)
      throw invalid(
        `Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: ${kind}, operand type: ${type}`,
      );
  }
};

const wrongType = () => invalid('An operand in the update expression has an incorrect data type');

const added = (had: Value | undefined, more: Value): Value => {
  if (!had) return more;
  if (had.N !== undefined && more.N !== undefined) return { N: addNumbers(had.N, more.N) };
  const set = SETS.find((type) => more[type] !== undefined);
  const members = set && had[set];
  if (!set || !members) throw wrongType();
  return { [set]: [...new Set([...members, ...(more[set] ?? [])])] };
};

/** Removes members from a set; undefined when none are left. */
const without = (had: Value | undefined, less: Value): Value | undefined => {
  if (!had) return undefined;
  const set = SETS.find((type) => less[type] !== undefined);
  const members = set && had[set];
  if (!set || !members) throw wrongType();
  const left = members.filter((member) => !less[set]?.includes(member));
  return left.length > 0 ? { [set]: left } : undefined;
};
