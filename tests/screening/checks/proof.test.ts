import { expect, test } from '@jest/globals';
import type { Evidence, WorkProof } from '../../../src/screening/check.ts';
import { proof } from '../../../src/screening/checks/proof.ts';
import { surge } from '../../../src/screening/checks/surge.ts';
import { explain, explainToAuthor } from '../../../src/screening/explain.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const stranger = { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 };
const regular = { ...stranger, proven: true, approved: 1 };
const on = (stated: Partial<Evidence>) => proof.run(anEvidence({ author: stranger, ...stated }));

test.each<[WorkProof, string]>([
  ['missing', 'missing'],
  ['wrong', 'not right'],
  ['expired', 'expired'],
  ['used', 'used again'],
])('holds a comment whose proof of work is %s, and never calls it spam', (work, term) => {
  expect(on({ proof: work })).toEqual({ outcome: 'hold', score: 0.5, traces: [{ field: 'proof', term }] });
});

test('does not object to work that is right, or that nobody asked for', () => {
  expect(on({ proof: 'right' })).toBeUndefined();
  expect(on({})).toBeUndefined();
});

test('asks no work of who earned trust or is on the allow-list', () => {
  const none = { banned: [], hostsAllowed: [], reserved: [], isEmailAllowed: false, isAllowed: false };
  const everybody = aPolicy({ firstComment: { approvedMin: 0 } });
  expect(on({ proof: 'missing', author: regular })).toBeUndefined();
  expect(on({ proof: 'missing', bans: { ...none, isAllowed: true } })).toBeUndefined();
  expect(on({ proof: 'missing', bans: { ...none, isEmailAllowed: true } })?.outcome).toBe('hold');
  expect(on({ proof: 'missing', policy: everybody })?.outcome).toBe('hold');
  expect(on({ proof: 'missing', author: { ...regular, spam: 1 } })?.outcome).toBe('hold');
});

test('lets a newcomer through a surge only where the policy says so and the work is right', () => {
  const during = (liftsSurge: boolean, work?: WorkProof) =>
    surge.run(
      anEvidence({
        surge: { where: 'site', sharePercent: 83 },
        author: stranger,
        policy: aPolicy({ proof: { when: 'surge', liftsSurge } }),
        ...(work ? { proof: work } : {}),
      }),
    )?.outcome;
  expect(during(true, 'right')).toBeUndefined();
  for (const work of ['missing', 'wrong', 'expired', 'used', undefined] as const)
    expect([work, during(true, work)]).toEqual([work, 'hold']);
  expect(during(false, 'right')).toBe('hold');
});

test('explains itself to moderators, and to the author without accusing them', () => {
  const finding = {
    check: 'proof',
    outcome: 'hold' as const,
    traces: on({ proof: 'missing' })?.traces ?? [],
  };
  expect(explain(finding, 'en')).toEqual(['The verification asked of the device was not done: missing.']);
  expect(explain(finding, 'fr')).toEqual([
    'La vérification demandée à l’appareil n’a pas été faite\u00A0: absente.',
  ]);
  expect(explainToAuthor([finding], 'en')).toEqual([
    'The automatic verification that this site asks of browsers could not be done, so the comment is read first.',
  ]);
  expect(explainToAuthor([finding], 'fr')[0]).toMatch(/^La vérification automatique .* est relu d’abord\.$/);
});
