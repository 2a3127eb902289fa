import type * as z from 'zod';
import { type FieldProblem, Refusal } from '../comment/refusal.ts';

/** Problems named in one answer, and characters kept of an unknown field's name. */
const PROBLEMS_MAX = 20;
const NAME_MAX = 60;

type Options = { readonly code?: 'invalid-fields' | 'invalid-query'; readonly of?: string };

/**
 * Reads an unknown value by a schema, or names every field that is wrong, in English and without its value.
 * `of` names the value itself, for a value that is no object.
 * @throws {Refusal} `invalid-fields`, or `invalid-query` when asked for
 */
export const readOrRefuse = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  { code = 'invalid-fields', of = 'body' }: Options = {},
): z.output<S> => {
  // A function reads one body at a time: compiling its schema would only make it start later.
  const result = schema.safeParse(value, { error: sentence, jitless: true });
  if (result.success) return result.data;

  const first = new Map<string, FieldProblem>();
  for (const problem of result.error.issues.flatMap((issue) => problems(issue, of)))
    if (!first.has(problem.field)) first.set(problem.field, problem);
  const fields = [...first.values()].slice(0, PROBLEMS_MAX);
  throw new Refusal(code, 'Some fields are missing or wrong.', { fields });
};

const problems = (issue: z.core.$ZodIssue, of: string): readonly FieldProblem[] => {
  const path = issue.path.map(String);
  const names = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, PROBLEMS_MAX) : [undefined];
  return names.map((name) => ({
    field: [...path, ...(name === undefined ? [] : [printable(name)])].join('.') || of,
    detail: issue.message,
  }));
};

const printable = (name: string): string =>
  [...name.slice(0, 2 * NAME_MAX)].slice(0, NAME_MAX).join('').toWellFormed().replace(/\p{C}/gu, '\u{FFFD}');

/** What zod found, said to a person. A sentence given with the schema comes first. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'It is required.'
        : `It must be ${kinds[issue.expected] ?? 'another type'}.`;
    case 'too_big':
      return `It must be at most ${issue.maximum}${units[issue.origin] ?? ''}.`;
    case 'too_small':
      return `It must be at least ${issue.minimum}${units[issue.origin] ?? ''}.`;
    case 'invalid_value':
      return `It must be one of: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return 'There is no such field.';
    default:
      return 'It has an unexpected form.';
  }
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};
const units: Readonly<Record<string, string>> = { array: ' entries', string: ' characters' };
