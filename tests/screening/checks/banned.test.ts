import { expect, test } from '@jest/globals';
import { isBlatant } from '../../../src/comment/verdict.ts';
import type { BanEvidence, Evidence } from '../../../src/screening/check.ts';
import { banned } from '../../../src/screening/checks/banned.ts';
import { checks } from '../../../src/screening/checks/index.ts';
import { screen } from '../../../src/screening/screen.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const some = (stated: Partial<BanEvidence>): Partial<Evidence> => ({
  bans: { banned: [], isAllowed: false, isEmailAllowed: false, hostsAllowed: [], reserved: [], ...stated },
});
const author = { banned: [{ field: 'author', kind: 'author' }] } as const;
const lists = {
  words: ['digue'],
  emails: ['*@spam.example'],
  domains: ['spam.example', 'autre.example'],
  networks: ['192.0.2.0/24'],
};

test('says nothing where no ban is about the submission', () => {
  expect(banned.run(anEvidence())).toBeUndefined();
  expect(banned.run(anEvidence(some({})))).toBeUndefined();
});

test('a ban is spam that needs no second voice, and names no address', () => {
  const found = banned.run(anEvidence(some(author)));
  expect(found).toEqual({ outcome: 'spam', score: 1, traces: [{ field: 'author', term: 'the author' }] });
  expect(isBlatant(screen(checks, anEvidence(some(author)), () => 0))).toBe(true);
});

test('where the policy lists it, moderators find it in the queue of spam', () => {
  const listed = anEvidence({ ...some(author), policy: aPolicy({ bans: { listed: true } }) });
  const verdict = screen(checks, listed, () => 0);
  expect([verdict.outcome, isBlatant(verdict)]).toEqual(['spam', false]);
});

test.each([
  ['an allowed author or network by no list at all', { isAllowed: true }, []],
  [
    'an allowed e-mail address by no list of those',
    { isEmailAllowed: true },
    ['blocked-words', 'blocked-domains', 'blocked-networks'],
  ],
  [
    'an allowed domain by no list of those, but by the others',
    { hostsAllowed: ['spam.example'] },
    ['blocked-words', 'blocked-emails', 'blocked-networks'],
  ],
])('holds %s', (_, stated, names) => {
  const draft = aDraft({ email: 'jean@spam.example', text: 'La digue http://spam.example' });
  const policy = aPolicy({ blocked: lists });
  const { findings } = screen(checks, anEvidence({ draft, policy, ...some(stated) }), () => 0);
  const objecting = findings.filter(
    ({ check, outcome }) => check.startsWith('blocked-') && outcome === 'spam',
  );
  expect(objecting.map(({ check }) => check).sort()).toEqual([...names].sort());
});

test('an allowed domain does not lift the list for another one beside it', () => {
  const draft = aDraft({ text: 'http://spam.example et http://autre.example' });
  const evidence = anEvidence({
    draft,
    policy: aPolicy({ blocked: lists }),
    ...some({ hostsAllowed: ['spam.example'] }),
  });
  const { findings } = screen(checks, evidence, () => 0);
  expect(findings.find(({ check }) => check === 'blocked-domains')?.traces).toEqual([
    { field: 'text', term: 'autre.example' },
  ]);
});
