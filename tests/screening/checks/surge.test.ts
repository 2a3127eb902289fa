import { expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/screening/check.ts';
import { surge } from '../../../src/screening/checks/surge.ts';
import { explain, explainToAuthor } from '../../../src/screening/explain.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const stranger = { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 };
const regular = { ...stranger, proven: true, approved: 1 };
const on = (stated: Partial<Evidence>) =>
  surge.run(anEvidence({ surge: { where: 'site', sharePercent: 83 }, author: stranger, ...stated }));

test('holds a stranger while spam comes in, and says how much and where', () => {
  const found = on({});
  expect(found?.outcome).toBe('hold');
  const finding = { check: 'surge', outcome: 'hold' as const, traces: found?.traces ?? [] };
  expect(explain(finding, 'en')).toEqual([
    'Held because much spam is coming in: 83% of the site’s comments, in 15 minutes.',
  ]);
  expect(explain(finding, 'fr')).toEqual([
    'Retenu parce que beaucoup de spam arrive\u00A0: 83\u00A0% des commentaires du site, en 15 minutes.',
  ]);
  expect(explainToAuthor([finding], 'en')[0]).toMatch(/new people’s comments are read first\.$/);
  expect(on({ surge: { where: 'article', sharePercent: 60 } })?.traces[0]?.term).toMatch(/of the article$/);
});

test('lets those through who earned trust, and no one else', () => {
  const everybody = aPolicy({ firstComment: { approvedMin: 0 } });
  expect(on({ author: regular })).toBeUndefined();
  expect(on({ author: regular, policy: everybody })).toBeUndefined();
  for (const author of [
    { ...regular, proven: false },
    { ...regular, approved: 0 },
    { ...regular, refused: 1 },
    { ...regular, spam: 1 },
  ])
    expect([author, on({ author })?.outcome]).toEqual([author, 'hold']);
  expect(on({ policy: everybody })?.outcome).toBe('hold');
});

test('lets whom moderators put on the allow-list through, and nobody for an address that anybody can type', () => {
  const none = { banned: [], hostsAllowed: [], reserved: [], isEmailAllowed: false, isAllowed: false };
  expect(on({ bans: { ...none, isAllowed: true } })).toBeUndefined();
  expect(on({ bans: { ...none, isEmailAllowed: true } })?.outcome).toBe('hold');
});
