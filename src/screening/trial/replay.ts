import type { Comment } from '../../comment/comment.ts';
import type { Expectation } from '../../comment/policies/policy-document.ts';
import type { Finding } from '../../comment/verdict.ts';
import { isAboutText } from '../check-subjects.ts';
import { checks } from '../checks/index.ts';
import { findingsOf, type MonotonicNow, worstOf } from '../screen.ts';
import { evidenceOfText, type Trial } from './evidence-of-text.ts';
import { expectationOf } from './try-fixtures.ts';

const replayedChecks = checks.filter(({ name }) => isAboutText(name));

/** Names of the checks that are run again, and of those that cannot be. */
export const replayed = replayedChecks.map(({ name }) => name);
export const notReplayed = checks.filter(({ name }) => !isAboutText(name)).map(({ name }) => name);

/** Judges a past comment by a policy, as its author wrote it. @returns the verdict, and the findings of the checks that object */
export const replay = (
  comment: Comment,
  trial: Trial,
  monotonicNow: MonotonicNow,
): { readonly verdict: Expectation; readonly findings: readonly Finding[] } => {
  const { site, article, author, url, language, articleTitle: title, original, text } = comment;
  const draft = {
    ...{ site, article, author, language, text: original ?? text },
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
  const findings = findingsOf(replayedChecks, evidenceOfText(draft, trial), monotonicNow);
  const objections = findings.filter(({ outcome }) => outcome !== 'approve');
  return { verdict: expectationOf[worstOf(findings)], findings: objections };
};
