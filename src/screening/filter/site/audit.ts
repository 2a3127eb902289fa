import type { Finding } from '../../../comment/verdict.ts';
import { subjectIn, subjects } from '../features/subjects.ts';

/**
 * How a moderator's decision and the filter agree: `held` and `calledSpam` were approved all the same, `upheld` were spam as it had
 * said or feared, `missed` were spam it had no objection to.
 */
export const agreements = ['held', 'calledSpam', 'upheld', 'missed'] as const;
export type Agreement = (typeof agreements)[number];

/** An agreement and what the filter had given as its first reason, as one name: `held words`. */
export type AuditKey = string & { readonly __brand: 'AuditKey' };

/** Decisions counted by their keys. */
export type Audit = Readonly<Record<AuditKey, number>>;

/** What a decision says of the filter; undefined where it approves what the filter had no objection to. */
export const auditOf = (findings: readonly Finding[], isSpam: boolean): AuditKey | undefined => {
  const finding = findings.find(({ check, outcome }) => check === 'learned-filter' && outcome !== 'approve');
  if (!finding) return isSpam ? keyOf('missed', 'all') : undefined;
  const agreement = finding.outcome === 'spam' ? 'calledSpam' : 'held';
  return keyOf(isSpam ? 'upheld' : agreement, subjectIn(finding.traces[0]?.term ?? '') ?? 'all');
};

const keyOf = (agreement: Agreement, reason: string): AuditKey => `${agreement} ${reason}` as AuditKey;

const KEYS: ReadonlySet<string> = new Set(
  agreements.flatMap((agreement) => subjects.map((subject) => keyOf(agreement, subject))),
);

/** Whether a stored name is a key. */
export const isAuditKey = (name: string): name is AuditKey => KEYS.has(name);

/** Numbers by agreement and reason; what was never counted is not there. */
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
