import type { Expectation, Fixture } from '../../comment/policies/policy-document.ts';
import type { Finding, Outcome } from '../../comment/verdict.ts';
import { checks } from '../checks/index.ts';
import { findingsOf, type MonotonicNow, worstOf } from '../screen.ts';
import { evidenceOfText, type Trial } from './evidence-of-text.ts';
import { isAboutText } from './replayed-checks.ts';

/** A fixture that got another answer than it expects. */
export type FailedFixture = {
  /** Its place in the list. */
  readonly at: number;
  readonly expected: Expectation;
  readonly came: Expectation;
  /** Of the checks that objected. */
  readonly findings: readonly Finding[];
};

/** Milliseconds that all fixtures of a policy may take together: a function has ten seconds. */
const TIME_MAX_MS = 5_000;

/** Judges fixtures as the policy would. `isUnfinished` when they took too long: then the rest were not judged. */
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

/** An id that no article has, so that no rules but the site's are for it. */
const NO_ARTICLE = '';

/** What becomes of a comment by its verdict. */
export const expectationOf: Readonly<Record<Outcome, Expectation>> = {
  approve: 'publish',
  hold: 'hold',
  spam: 'spam',
  refuse: 'refuse',
};
