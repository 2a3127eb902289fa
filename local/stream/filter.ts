import type { DynamoDBRecord } from 'aws-lambda';

/** A rule of Lambda's event filtering for one value. Source: Lambda's guide, "Filter rule syntax". */
type Rule =
  | string
  | { readonly prefix: string }
  | { readonly exists: boolean }
  | { readonly 'anything-but': readonly string[] };
type Pattern = { readonly [name: string]: Pattern | readonly Rule[] };

/**
 * Compiles the filter of an event source mapping: a record passes when it matches one of the patterns, or when there are none.
 * @throws for a rule other than a string, `prefix`, `exists`, or `anything-but` with strings
 */
export const readFilter = (patterns: readonly unknown[] = []): ((record: DynamoDBRecord) => boolean) => {
  for (const pattern of patterns) check(pattern);
  const tests = patterns.map((pattern) => compile(pattern as Pattern));
  return (record) => tests.length === 0 || tests.some((fits) => fits(record));
};

const check = (pattern: unknown): void => {
  if (typeof pattern !== 'object' || pattern === null) throw new Error('A filter pattern is an object.');
  for (const rules of Object.values(pattern)) {
    if (!Array.isArray(rules)) check(rules);
    else if (!rules.every(isKnown))
      throw new Error(`The local server does not know the filter rule ${JSON.stringify(rules)}.`);
  }
};

const isKnown = (rule: unknown): boolean =>
  typeof rule === 'string' ||
  (typeof rule === 'object' && rule !== null && isKnownRule(Object.entries(rule)));

const isKnownRule = (entries: readonly [string, unknown][]): boolean => {
  const [[name, value] = ['', undefined], ...more] = entries;
  if (more.length > 0) return false;
  if (name === 'anything-but') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return (
    (name === 'prefix' && typeof value === 'string') || (name === 'exists' && typeof value === 'boolean')
  );
};

const compile = (pattern: Pattern): ((value: unknown) => boolean) => {
  const tests = Object.entries(pattern).map(([name, wanted]) => {
    const fits = Array.isArray(wanted)
      ? (own: unknown) => (wanted as readonly Rule[]).some((rule) => obeys(own, rule))
      : compile(wanted as Pattern);
    return (value: unknown) => fits((value as Readonly<Record<string, unknown>> | undefined)?.[name]);
  });
  return (value) => tests.every((fits) => fits(value));
};

const obeys = (value: unknown, rule: Rule): boolean => {
  if (typeof rule === 'string') return value === rule;
  if ('exists' in rule) return (value !== undefined) === rule.exists;
  // A missing value does not match `anything-but`.
  if ('anything-but' in rule) return typeof value === 'string' && !rule['anything-but'].includes(value);
  return typeof value === 'string' && value.startsWith(rule.prefix);
};
