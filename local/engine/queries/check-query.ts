import { invalid } from '../errors.ts';
import { attributesIn } from '../expressions/condition.ts';
import type { Expressions } from '../expressions/expressions.ts';
import type { Index, KeyNames } from '../schema.ts';

/**
 * Checks the Select of a query or scan against its ProjectionExpression and its index.
 * @param index undefined for the table
 * @throws ValidationException when they contradict each other
 */
export const checkSelect = (
  select: string | undefined,
  index: Index | undefined,
  { projection }: Expressions,
): void => {
  if (select == null) return;
  if (select === 'SPECIFIC_ATTRIBUTES') {
    if (!projection)
      throw invalid(
        'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
      );
    return;
  }
  const what = select === 'COUNT' ? 'only the Count' : select;
  if (projection) throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${what}`);
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && !index)
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  if (select === 'ALL_ATTRIBUTES' && index && index.projection !== 'all')
    throw invalid(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
};

/** Refuses filters on key attributes, and attributes that the index does not project. @throws ValidationException */
export const checkAttributes = (
  names: KeyNames,
  index: Index | undefined,
  expressions: Expressions,
): void => {
  const { filter, projection, given } = expressions;
  const filtered = filter ? attributesIn(filter, given) : [];
  const key = filtered.find((name) => name === names.hash || name === names.range);
  if (key !== undefined)
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key}`,
    );
  const carried = index?.projection;
  if (!carried || carried === 'all') return;
  const absent = [...filtered, ...(projection ?? []).map(([name]) => String(name))].filter(
    (name) => !carried.has(name),
  );
  if (absent.length > 0)
    throw invalid(
      `One or more parameter values were invalid: Secondary index ${index.name} does not project one or more attributes: [${absent}]`,
    );
};
