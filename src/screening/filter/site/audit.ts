import type { Finding } from '../../../comment/verdict.ts';
import { subjectIn, subjects } from '../features/subjects.ts';

/**
 * How a moderator's decision compares with the filter's: approved although it was `held` or `calledSpam`;
 * spam that the filter had held or called spam (`upheld`); spam that the filter had `missed`.
 */
export const agreements = ['held', 'calledSpam', 'upheld', 'missed'] as const;
export type Agreement = (typeof agreements)[number];

/** An agreement and the filter's first reason, as one name: `held words`. */
export type AuditKey = string & { readonly __brand: 'AuditKey' };

/** Number of decisions by key. */
export type Audit = Readonly<Record<AuditKey, number>>;

/**
 * What a decision says about the filter, by what the filter itself said, whatever the policy made of that; undefined when it approves a comment
 * that the filter had approved, and for one that the filter was not asked about.
 */
export const auditOf = (findings: readonly Finding[], isSpam: boolean): AuditKey | undefined => {
  const finding = findings.find(({ check }) => check === 'learned-filter');
  if (!finding) return undefined;
  const said = finding.judged ?? finding.outcome;
  if (said === 'approve') return isSpam ? keyOf('missed', 'all') : undefined;
  const agreement = said === 'spam' ? 'calledSpam' : 'held';
  return keyOf(isSpam ? 'upheld' : agreement, subjectIn(finding.traces[0]?.term ?? '') ?? 'all');
};

const keyOf = (agreement: Agreement, reason: string): AuditKey => `${agreement} ${reason}` as AuditKey;

const KEYS: ReadonlySet<string> = new Set(
  agreements.flatMap((agreement) => subjects.map((subject) => keyOf(agreement, subject))),
);

/** Whether a stored name is a key. */
export const isAuditKey = (name: string): name is AuditKey => KEYS.has(name);

/** Counts by agreement and reason; counts of 0 are left out. */
export const auditTable = (
  audits: readonly Audit[],
): Readonly<Record<string, Readonly<Record<string, number>>>> => {
  const table: Record<string, Record<string, number>> = {};
  for (const [key, count] of audits.flatMap((audit) => Object.entries(audit))) {
    const [agreement = '', reason = ''] = key.split(' ');
    const row = table[agreement] ?? {};
    table[agreement] = { ...row, [reason]: (row[reason] ?? 0) + count };
  }
  return table;
};
