import { type ArticleRules, articleSections, type Blocklist, defaultPolicy, type Policy } from '../policy.ts';
import { adjustableChecks, type CheckModes, checkModes } from './check-modes.ts';
import { domainEntry, emailEntry } from './list-entries.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const defaults = defaultPolicy as unknown as Sections;

/**
 * A policy as this version or another stored it: what is left out takes its default, what is unknown is dropped, and
 * entries of lists take today's form or, where they never matched anything, are dropped.
 */
export const readPolicy = (stored: unknown): Policy => {
  const given = keepingFloodOff(stored) as Partial<Sections>;
  const sections = Object.entries(defaults).map(([name, whole]) => [
    name,
    { ...whole, ...known(given[name], whole) },
  ]);
  const policy: Policy = Object.fromEntries(sections);
  return {
    ...policy,
    blocked: inForm(policy.blocked),
    suspect: inForm(policy.suspect),
    checks: modesIn(given.checks),
    articles: articlesIn(given.articles),
  };
};

/** The keys that a section has. */
const known = (given: Sections[string] | undefined, whole: Sections[string] = {}) =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([key]) => Object.hasOwn(whole, key)));

const modesIn = (given: Sections[string] = {}): CheckModes =>
  Object.fromEntries(
    adjustableChecks.flatMap((check) => {
      const mode = checkModes.find((one) => one === given[check]);
      return mode === undefined ? [] : [[check, mode]];
    }),
  );

const articlesIn = (given: Sections[string] = {}): Policy['articles'] =>
  Object.fromEntries(Object.entries(given).map(([article, rules]) => [article, rulesIn(rules as Sections)]));

const rulesIn = (given: Partial<Sections>): ArticleRules =>
  Object.fromEntries(
    articleSections.flatMap((name) => {
      const of = given[name];
      if (of === undefined) return [];
      return [[name, name === 'checks' ? modesIn(of) : inForm(known(of, defaults[name]))]];
    }),
  );

const inForm = <List extends Partial<Blocklist>>(list: List): List => ({
  ...list,
  ...(list.emails && { emails: list.emails.flatMap((entry) => emailEntry(entry) ?? []) }),
  ...(list.domains && { domains: list.domains.flatMap((entry) => domainEntry(entry) ?? []) }),
});

/** The windows that existed before networks and sites had their own. */
const FIRST_WINDOWS = ['pauseS', 'per10Min', 'perDay'];

/** No window at all. */
export const noWindows = Object.fromEntries(
  Object.keys(defaultPolicy.flood).map((name) => [name, null]),
) as Record<keyof Policy['flood'], null>;

/** Keeps later windows off in a policy that switches all of the first windows off and names no other. */
export const keepingFloodOff = (given: unknown): unknown => {
  const { flood } = (given ?? {}) as { readonly flood?: unknown };
  if (typeof flood !== 'object' || flood === null) return given;
  const windows = flood as Readonly<Record<string, unknown>>;
  const isOff = FIRST_WINDOWS.every((name) => windows[name] === null);
  return isOff ? { ...(given as object), flood: { ...noWindows, ...windows } } : given;
};
