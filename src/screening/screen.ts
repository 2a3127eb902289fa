import { type CheckMode, modeOf } from '../comment/policies/check-modes.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Finding, type Outcome, outcomes, type Trace, type Verdict } from '../comment/verdict.ts';
import type { Check, CheckResult, Evidence } from './check.ts';

/** Longest term kept in a trace, in characters. */
export const TERM_MAX = 80;
/** Most traces kept of one check: the first few are enough for a moderator. */
export const TRACES_MAX = 5;

/** A clock that never steps back, in milliseconds with fractions. */
export type MonotonicNow = () => number;

/**
 * Runs every check that the policy does not switch off on the same evidence; the worst outcome is the verdict's. A check that throws holds the
 * draft, unless it is only watched (`shadow`).
 * @throws {Refusal} with the code of the first check that refuses.
 */
export const screen = (checks: readonly Check[], evidence: Evidence, monotonicNow: MonotonicNow): Verdict => {
  const all = runAll(checks, evidence, monotonicNow);
  const refusal = all.find(({ finding }) => finding.outcome === 'refuse')?.result?.refusal;
  if (refusal) throw asRefusal(refusal);

  const findings = all.map(({ finding }) => finding);
  return { outcome: worstOf(findings), findings };
};

/** The same, of whom nobody is refused: what each check found. */
export const findingsOf = (
  checks: readonly Check[],
  evidence: Evidence,
  monotonicNow: MonotonicNow,
): readonly Finding[] => runAll(checks, evidence, monotonicNow).map(({ finding }) => finding);

/** The outcome that stands. */
export const worstOf = (findings: readonly Finding[]): Outcome =>
  findings
    .map(({ outcome }) => outcome)
    .reduce((a, b) => (outcomes.indexOf(b) > outcomes.indexOf(a) ? b : a), 'approve');

const runAll = (checks: readonly Check[], evidence: Evidence, monotonicNow: MonotonicNow) =>
  checks
    .filter(({ name }) => modeOf(evidence.policy.checks, name) !== 'off')
    .map((check) => runTimed(check, evidence, monotonicNow));

const runTimed = (check: Check, evidence: Evidence, monotonicNow: MonotonicNow) => {
  const start = monotonicNow();
  const result = runOrHold(check, evidence);
  const judged = result?.outcome ?? 'approve';
  const outcome = result ? outcomeIn(modeOf(evidence.policy.checks, check.name), result) : judged;
  const finding: Finding = {
    check: check.name,
    version: check.version,
    outcome,
    ...(outcome === judged ? {} : { judged }),
    score: result?.score ?? 0,
    traces: result?.traces.slice(0, TRACES_MAX).map(cut) ?? [],
    ms: Math.max(0, monotonicNow() - start),
  };
  return { result, finding };
};

/** What a mode makes of something that a check found. A check that could not run found nothing that could be called spam. */
const outcomeIn = (mode: CheckMode | undefined, result: CheckResult): Outcome => {
  if (mode === undefined || mode === 'off') return result.outcome;
  if (mode === 'shadow') return 'approve';
  return hasFailed(result) ? 'hold' : mode;
};

const cut = ({ field, term }: Trace): Trace => ({
  field,
  term: [...term.slice(0, 2 * TERM_MAX)].slice(0, TERM_MAX).join('').toWellFormed(),
});

/** The field of the trace that a check leaves when it throws; no draft has a field of that name. */
const FAILED_FIELD = 'check';

const runOrHold = (check: Check, evidence: Evidence): CheckResult | undefined => {
  try {
    return check.run(evidence);
  } catch (error) {
    const term = error instanceof Error ? error.name : 'unknown';
    return { outcome: 'hold', score: 1, traces: [{ field: FAILED_FIELD, term: `failed: ${term}` }] };
  }
};

/** Whether a finding says that its check could not run. */
export const hasFailed = ({ traces }: Pick<Finding, 'traces'>): boolean =>
  traces.some(({ field }) => field === FAILED_FIELD);

const asRefusal = ({ code, detail, retryAfterS, field, reason }: NonNullable<CheckResult['refusal']>) =>
  new Refusal(code, detail, {
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    ...(field === undefined ? {} : { fields: [{ field, detail, ...(reason ? { reason } : {}) }] }),
  });
