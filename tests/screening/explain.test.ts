import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/comment/site.ts';
import type { Finding } from '../../src/comment/verdict.ts';
import { checks } from '../../src/screening/checks/index.ts';
import { explain, explainToAuthor } from '../../src/screening/explain.ts';

const aFinding = (check: string, term = 'secret-term'): Finding => ({
  ...{ check, version: 1, outcome: 'hold', score: 0.5, ms: 0.1 },
  traces: [{ field: 'text', term }],
});
/** Checks that hold or flag; the others refuse, and the refusal says why. */
const speaking = checks.map(({ name }) => name).filter((name) => !['flood', 'text-length'].includes(name));

describe.each(languages)('in %s', (language) => {
  test.each(speaking)('%s has a sentence for moderators', (check) => {
    const said = explain(aFinding(check, check === 'learned-filter' ? 'words: casino' : 'x'), language);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^\p{Lu}[^_]+[.]$/u);
    expect(said[0]?.startsWith(`${check}:`)).toBe(false);
  });

  test('authors read no term, and nothing of what only robots would learn from', () => {
    const said = explainToAuthor(
      speaking.map((check) => aFinding(check)),
      language,
    );
    expect(said.length).toBeGreaterThan(3);
    expect(said.join()).not.toMatch(/secret-term|[*]/);
    for (const check of ['honeypot', 'form-token', 'blocked-words', 'blocked-networks'])
      expect(explainToAuthor([aFinding(check)], language)).toEqual(explainToAuthor([], language));
  });
});

test('a check that saw nothing has nothing to say, and a flag is for moderators only', () => {
  expect(explain({ ...aFinding('links'), traces: [] }, 'fr')).toEqual([]);
  const flag: Finding = { ...aFinding('abusive-words', 'connard'), outcome: 'approve' };
  expect(explain(flag, 'fr')).toEqual(['Des mots insultants\u00A0: *connard*.']);
  expect(explainToAuthor([flag], 'fr')).toEqual(['Une personne le lit avant qu’il soit publié.']);
});

test('a check of another version of the program is named', () => {
  expect(explain(aFinding('tea-leaves', 'wet'), 'en')).toEqual(['tea-leaves: *wet*.']);
});
