import { describe, expect, test } from '@jest/globals';
import { changedSettings } from '../../src/comment/policies/changed-settings.ts';
import { adjustableChecks } from '../../src/comment/policies/check-modes.ts';
import { limitsFor, policyFor } from '../../src/comment/policies/policy-for.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { checks } from '../../src/screening/checks/index.ts';
import { aSite } from '../storage/with-store.ts';

test('every check can be set but those that carry out what a moderator decided', () => {
  const names = checks.map(({ name }) => name).filter((name) => !['banned', 'article-mode'].includes(name));
  expect([...adjustableChecks].toSorted()).toEqual(names.toSorted());
});

describe('what differs between two documents', () => {
  test.each([
    [{ links: { holdFrom: 1 } }, { links: { holdFrom: 2 } }, ['links.holdFrom']],
    [{ blocked: { words: ['a', 'b'] } }, { blocked: { words: ['b', 'a'] } }, ['blocked.words']],
    [{ checks: {} }, { checks: { links: 'off', staff: 'hold' } }, ['checks.links', 'checks.staff']],
    [{ articles: {} }, { articles: { gare: { links: { holdFrom: 1 } } } }, ['articles.gare']],
    [
      { articles: { gare: { links: { holdFrom: 1 } }, halle: {} } },
      { articles: { halle: {}, gare: { links: { holdFrom: 2 } } } },
      ['articles.gare.links'],
    ],
    [{}, { fixtures: [] }, ['fixtures']],
    [{ a: { b: 1, c: { d: 1 } } }, { a: { c: { d: 1 }, b: 1 } }, []],
    [{ a: null }, { a: {} }, ['a']],
  ])('from %j to %j is %j', (before, after, names) => {
    expect(changedSettings(before, after)).toEqual(names);
  });
});

describe('a stored policy', () => {
  test('keeps modes and articles that this version knows, and drops the others', () => {
    const stored = {
      checks: { links: 'shadow', banned: 'off', casino: 'hold', staff: 'maybe' },
      articles: {
        gare: {
          links: { holdFrom: 9, other: 1 },
          retention: { spamDays: 1 },
          checks: { flood: 'off', x: 'off' },
        },
        halle: { blocked: { domains: ['SPAM.example', '/'] } },
      },
    };
    expect(readPolicy(stored)).toEqual({
      ...defaultPolicy,
      checks: { links: 'shadow' },
      articles: {
        gare: { links: { holdFrom: 9 }, checks: { flood: 'off' } },
        halle: { blocked: { domains: ['spam.example'] } },
      },
    });
  });

  test('of an earlier release has no modes and no articles', () => {
    expect(readPolicy({ links: { holdFrom: 3 } })).toEqual({ ...defaultPolicy, links: { holdFrom: 3 } });
  });
});

describe('the rules of an article', () => {
  const policy = readPolicy({
    links: { holdFrom: 3 },
    checks: { links: 'shadow', staff: 'hold' },
    articles: { gare: { blocked: { words: ['tramway'] }, checks: { links: 'spam' } } },
  });

  test('are its own where it has some, key by key, and the site’s elsewhere', () => {
    expect(policyFor(policy, 'gare')).toMatchObject({
      links: { holdFrom: 3 },
      blocked: { words: ['tramway'], emails: [] },
      checks: { links: 'spam', staff: 'hold' },
    });
    for (const article of ['halle', 'constructor', '__proto__', ''])
      expect(policyFor(policy, article)).toBe(policy);
  });

  test('leave the database no window where they say what becomes of floods', () => {
    const site = aSite({ policy: readPolicy({ articles: { gare: { checks: { flood: 'hold' } } } }) });
    expect(limitsFor(site, 'gare').policy.flood).toMatchObject({ pauseS: null, networkPer10Min: null });
    expect(limitsFor(site, 'halle').policy.flood).toEqual(defaultPolicy.flood);
  });
});
