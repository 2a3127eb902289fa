import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { withStore } from '../storage/with-store.ts';

const text = readFileSync('docs/operations.md', 'utf8');
const { functions } = load(readFileSync('serverless.yml', 'utf8')) as {
  readonly functions: Readonly<
    Record<string, { readonly permissions: { readonly table?: readonly string[] } }>
  >;
};
const fixture = withStore();

/** Actions on the table that the section of this title says are needed. */
const namedUnder = (title: string): readonly string[] => {
  const section = text.split(/^## /m).find((one) => one.startsWith(title)) ?? '';
  const [, named = ''] = section.match(/`dynamodb:((?:\w+`(?:, `)?)+)(?: \([^)]*\))? on the table/) ?? [];
  return named.split(/\W+/).filter(Boolean);
};

test('what is stopped before a restore is every function that may write, and no list of comments', () => {
  const [, spared = ''] = text.match(/grep -vE -e '([^']+)'/) ?? [];
  const stopped = (name: string) => !new RegExp(spared).test(`palabre-prod-${name}`);
  const writing = Object.entries(functions).flatMap(([name, { permissions }]) =>
    permissions.table?.some((action) => /Put|Update|Delete/.test(action)) ? [name] : [],
  );
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter((name) => !stopped(name))).toEqual([]);
  expect(['list-comments', 'render-comments', 'count-comments'].filter(stopped)).toEqual([]);
});

test('a redrive is given the actions of the nightly recount, which repairs the same', () => {
  expect(namedUnder('Records that were given up')).toEqual(functions['reconcile-counts']?.permissions.table);
});

test('an audit is given the actions that it uses', async () => {
  fixture.consumed();
  for await (const _ of fixture.store.scanTrails());
  expect([...new Set(fixture.consumed().commands)]).toEqual(['ScanCommand']);
  expect(namedUnder('Was the audit trail')).toEqual(['Scan']);
});
