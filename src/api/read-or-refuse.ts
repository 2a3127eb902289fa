import type * as z from 'zod';
import { type FieldProblem, type FieldReason, Refusal } from '../comment/refusal.ts';
import { atLeast, atMost, grouped, REQUIRED } from './sentences.ts';

/** Problems named in one answer, and characters kept of an unknown field's name. */
const PROBLEMS_MAX = 20;
const NAME_MAX = 60;

type Issues = readonly z.core.$ZodIssue[];
type Options = {
  readonly codeOf?: (issues: Issues) => 'invalid-fields' | 'invalid-query';
  /** A name for the value itself when it is not an object. */
  readonly of?: string;
};

/**
 * Parses an unknown value. A refusal names every field that is wrong, in English, and never quotes its value.
 * @throws {Refusal} `invalid-fields`, or the code that `codeOf` gives
 */
export const readOrRefuse = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  { codeOf = () => 'invalid-fields', of = 'body' }: Options = {},
): z.output<S> => {
  // `jitless`: a function parses one request at a time, so compiling its schemas would only delay its start.
  const result = schema.safeParse(value, { error: sentence, jitless: true });
  if (result.success) return result.data;

  const first = new Map<string, FieldProblem>();
  for (const problem of result.error.issues.flatMap((issue) => problems(issue, of)))
    if (!first.has(problem.field)) first.set(problem.field, problem);
  const fields = [...first.values()].slice(0, PROBLEMS_MAX);
  throw new Refusal(codeOf(result.error.issues), 'Some fields are missing or wrong.', { fields });
};

const problems = (issue: z.core.$ZodIssue, of: string): readonly FieldProblem[] => {
  const path = issue.path.map(String);
  const names = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, PROBLEMS_MAX) : [undefined];
  return names.map((name) => ({
    field: [...path, ...(name === undefined ? [] : [printable(name)])].join('.') || of,
    detail: detailOf(issue),
    ...reasonOf(issue),
  }));
};

/** An issue's message; for an invalid key, the message about the key. */
const detailOf = (issue: z.core.$ZodIssue): string =>
  (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;

/** The fields that readers write: only for these do pages explain what is wrong. */
const written: ReadonlySet<unknown> = new Set(['author', 'text', 'note']);

/** The `FieldReason` that a schema states in the parameters of a refinement. A pattern states none. */
const reasonOf = (issue: z.core.$ZodIssue): { readonly reason?: FieldReason } => {
  if (!written.has(issue.path[0])) return {};
  if (issue.message === REQUIRED) return { reason: { kind: 'missing' } };
  const { reason } = (issue.code === 'custom' && issue.params) || {};
  return reason === undefined ? {} : { reason };
};

const printable = (name: string): string =>
  [...name.slice(0, 2 * NAME_MAX)].slice(0, NAME_MAX).join('').toWellFormed().replace(/\p{C}/gu, '\u{FFFD}');

/** Zod's findings as sentences for people. A sentence that a schema has of its own comes first. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? REQUIRED : `It must be ${kinds[issue.expected] ?? 'another type'}.`;
    case 'too_big':
      return bound(issue.maximum, issue.origin, { of: atMost, otherwise: 'It must be at most' });
    case 'too_small':
      return bound(issue.minimum, issue.origin, { of: atLeast, otherwise: 'It must be at least' });
    case 'invalid_value':
      return `It must be one of: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return 'There is no such field.';
    default:
      return 'It has an unexpected form.';
  }
};

type Phrases = { readonly of: typeof atMost; readonly otherwise: string };

/** A bound on a length, or on a number. */
const bound = (limit: number | bigint, origin: string, { of, otherwise }: Phrases): string => {
  const unit = units[origin];
  return unit === undefined ? `${otherwise} ${grouped(limit)}.` : of(Number(limit), unit);
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};
const units: Readonly<Record<string, 'character' | 'entry'>> = { array: 'entry', string: 'character' };
