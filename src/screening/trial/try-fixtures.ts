import type { Expectation, Fixture } from '../../comment/policies/policy-document.ts';
import type { Finding, Outcome } from '../../comment/verdict.ts';
import { isAboutText } from '../check-subjects.ts';
import { checks } from '../checks/index.ts';
import { findingsOf, type MonotonicNow, worstOf } from '../screen.ts';
import { evidenceOfText, type Trial } from './evidence-of-text.ts';

/** A fixture whose result differs from what it expects. */
export type FailedFixture = {
  /** Its index in the list. */
  readonly at: number;
  readonly expected: Expectation;
  readonly came: Expectation;
  /** The findings of the checks that objected. */
  readonly findings: readonly Finding[];
};

/** Milliseconds that all fixtures of a policy may take together: a function has ten seconds. */
const TIME_MAX_MS = 5_000;

/** Judges fixtures by a policy. `isUnfinished` when the time ran out before all were judged. */
export const tryFixtures = (
  fixtures: readonly Fixture[],
  trial: Trial & { readonly site: string },
  monotonicNow: MonotonicNow,
): { readonly failed: readonly FailedFixture[]; readonly isUnfinished: boolean } => {
  const start = monotonicNow();
  const failed: FailedFixture[] = [];
  for (const [at, fixture] of fixtures.entries()) {
    if (monotonicNow() - start > TIME_MAX_MS) return { failed, isUnfinished: true };
    const { came, findings } = judged(fixture, trial, monotonicNow);
    if (came !== fixture.expected) failed.push({ at, expected: fixture.expected, came, findings });
  }
  return { failed, isUnfinished: false };
};

const judged = (
  { comment, approved }: Fixture,
  trial: Trial & { readonly site: string },
  now: MonotonicNow,
) => {
  const { language = trial.language, article = NO_ARTICLE, ...written } = comment;
  const draft = { ...written, site: trial.site, article, language };
  const asked = checks.filter(
    ({ name }) =>
      isAboutText(name) || name === 'blocked-emails' || (name === 'first-comment' && approved !== undefined),
  );
  const findings = findingsOf(asked, evidenceOfText(draft, trial, approved), now);
  const came = expectationOf[worstOf(findings)];
  return { came, findings: findings.filter(({ outcome }) => outcome !== 'approve') };
};

/** An id that no article has, so that only the site's rules apply. */
const NO_ARTICLE = '';

/** The expectation that a verdict meets. */
export const expectationOf: Readonly<Record<Outcome, Expectation>> = {
  approve: 'publish',
  hold: 'hold',
  spam: 'spam',
  refuse: 'refuse',
};
