import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../src/comment/verdict.ts';
import { auditOf, auditTable, isAuditKey } from '../../../../src/screening/filter/site/audit.ts';

const aFinding = (outcome: Finding['outcome'], term?: string, check = 'learned-filter'): Finding => ({
  ...{ check, version: 2, outcome, score: 0.9, ms: 0 },
  traces: term === undefined ? [] : [{ field: 'text', term }],
});

test.each([
  ['held and approved', aFinding('hold', 'words: casino, bonus'), false, 'held words'],
  ['called spam and approved', aFinding('spam', 'page: a.example'), false, 'calledSpam page'],
  ['held and spam', aFinding('hold', 'name'), true, 'upheld name'],
  ['called spam and spam', aFinding('spam'), true, 'upheld all'],
  ['not objected to and spam', aFinding('approve'), true, 'missed all'],
  ['not objected to and approved', aFinding('approve'), false, undefined],
  ['only watched, and right', { ...aFinding('approve', 'name'), judged: 'spam' }, true, 'upheld name'],
  [
    'held because the policy says so, and approved',
    { ...aFinding('hold'), judged: 'spam' },
    false,
    'calledSpam all',
  ],
  ['not asked about and spam', aFinding('hold', 'x', 'links'), true, undefined],
  ['held by another check and approved', aFinding('hold', 'words: x', 'links'), false, undefined],
] as const)('%s', (_, finding, isSpam, said) => {
  expect(auditOf([finding], isSpam)).toBe(said);
});

test('recognises every name it gives, and no other', () => {
  expect(['held words', 'missed all', 'held', 'held x', 'Held words', ''].map(isAuditKey)).toEqual([
    ...[true, true, false, false, false, false],
  ]);
});

test('adds up periods by agreement and reason', () => {
  const period = (counts: Record<string, number>) => counts as Parameters<typeof auditTable>[0][number];
  expect(auditTable([period({ 'held words': 2, 'missed all': 1 }), period({ 'held words': 1 })])).toEqual({
    held: { words: 3 },
    missed: { all: 1 },
  });
});
