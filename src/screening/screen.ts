import { Refusal } from '../comment/refusal.ts';
import { type Finding, type Outcome, outcomes, type Trace, type Verdict } from '../comment/verdict.ts';
import type { Check, Evidence, Suspicion } from './check.ts';

/** Longest term kept of what a check saw, in characters. */
export const TERM_MAX = 80;
/** Most traces kept of one check; the first few tell a moderator enough. */
export const TRACES_MAX = 5;

/** A clock that only runs forward, in milliseconds with fractions. */
export type Stopwatch = () => number;

/**
 * Runs every check on the same evidence; the worst finding stands. A check that fails holds the draft for a person.
 * @throws {Refusal} with the code of the first check that refuses.
 */
export const screen = (checks: readonly Check[], evidence: Evidence, stopwatch: Stopwatch): Verdict => {
  const looks = checks.map((check) => look(check, evidence, stopwatch));
  const refusal = looks.find(({ suspicion }) => suspicion?.refusal)?.suspicion?.refusal;
  if (refusal) throw asRefusal(refusal);

  const findings = looks.map(({ finding }) => finding);
  return { outcome: worst(findings.map(({ outcome }) => outcome)), findings };
};

const worst = (all: readonly Outcome[]): Outcome =>
  all.reduce((a, b) => (outcomes.indexOf(b) > outcomes.indexOf(a) ? b : a), 'approve');

const look = (check: Check, evidence: Evidence, stopwatch: Stopwatch) => {
  const start = stopwatch();
  const suspicion = ask(check, evidence);
  const finding: Finding = {
    check: check.name,
    version: check.version,
    outcome: suspicion?.outcome ?? 'approve',
    score: suspicion?.score ?? 0,
    traces: suspicion?.traces.slice(0, TRACES_MAX).map(cut) ?? [],
    ms: Math.max(0, stopwatch() - start),
  };
  return { suspicion, finding };
};

const cut = ({ field, term }: Trace): Trace => ({
  field,
  term: [...term.slice(0, 2 * TERM_MAX)].slice(0, TERM_MAX).join('').toWellFormed(),
});

const ask = (check: Check, evidence: Evidence): Suspicion | undefined => {
  try {
    return check.look(evidence);
  } catch (error) {
    const term = error instanceof Error ? error.name : 'unknown';
    return { outcome: 'hold', score: 1, traces: [{ field: 'check', term: `failed: ${term}` }] };
  }
};

const asRefusal = ({ code, detail, retryAfterS, field }: NonNullable<Suspicion['refusal']>) =>
  new Refusal(code, detail, {
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    ...(field === undefined ? {} : { fields: [{ field, detail }] }),
  });
