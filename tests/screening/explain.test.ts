import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/comment/site.ts';
import type { Finding } from '../../src/comment/verdict.ts';
import { checks } from '../../src/screening/checks/index.ts';
import { explain, explainToAuthor } from '../../src/screening/explain.ts';
import { screen } from '../../src/screening/screen.ts';
import type { FindingSentences } from '../../src/screening/sentences/finding-sentences.ts';
import { fr } from '../../src/screening/sentences/findings-fr.ts';
import { anEvidence } from '../make.ts';

const aFinding = (check: string, term = 'secret-term'): Finding => ({
  ...{ check, version: 1, outcome: 'hold', score: 0.5, ms: 0.1 },
  traces: [{ field: 'text', term }],
});
const names = checks.map(({ name }) => name);

describe.each(languages)('in %s', (language) => {
  test.each(names)('%s has a sentence for moderators', (check) => {
    const sentences = explain(aFinding(check, check === 'learned-filter' ? 'words: casino' : 'x'), language);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^\p{Lu}[^_]+[.]$/u);
    expect(sentences[0]?.startsWith(`${check}:`)).toBe(false);
  });

  test('authors read no term, and nothing about checks whose sentence would only help robots', () => {
    const sentences = explainToAuthor(
      names.map((check) => aFinding(check)),
      language,
    );
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.join()).not.toMatch(/secret-term|[«“]/);
    for (const check of ['honeypot', 'form-token', 'blocked-words', 'blocked-networks'])
      expect(explainToAuthor([aFinding(check)], language)).toEqual(explainToAuthor([], language));
  });
});

test('a check without an objection has no sentence, and a flag has one for moderators only', () => {
  expect(explain({ ...aFinding('links'), traces: [] }, 'fr')).toEqual([]);
  const flag: Finding = { ...aFinding('abusive-words', 'connard'), outcome: 'approve' };
  expect(explain(flag, 'fr')).toEqual(['Des mots insultants\u00A0: «\u00A0connard\u00A0».']);
  expect(explainToAuthor([flag], 'fr')).toEqual(['Une personne le lit avant qu’il soit publié.']);
});

test('a check of another version of the program is called by its name', () => {
  expect(explain(aFinding('tea-leaves', 'wet'), 'en')).toEqual(['tea-leaves: “wet”.']);
  expect(explain(aFinding('toString', 'wet'), 'en')).toEqual(['toString: “wet”.']);
});

test.each(['casino*', '*poker*', 'l’*', '**', 'a*, *b', 'dit «\u00A0casino\u00A0»'])(
  'a list’s entry is quoted as it stands in the list: %s',
  (entry) => {
    expect(explain(aFinding('blocked-words', entry), 'fr')).toEqual([
      `Un terme de la liste du site\u00A0: «\u00A0${entry}\u00A0».`,
    ]);
    expect(explain(aFinding('blocked-words', entry), 'en')).toEqual([
      `A term of the site’s list: “${entry}”.`,
    ]);
  },
);

test('a check’s own terms are translated, with their figures', () => {
  const inFrench = (check: string, term: string) => explain(aFinding(check, term), 'fr')[0];
  expect(inFrench('form-token', 'too fast: after 1.2 s')).toBe(
    'Le formulaire n’a pas été rempli comme le fait une personne\u00A0: trop vite, au bout de 1,2 s.',
  );
  expect(inFrench('invisible', 'hardly anything to see')).toBe(
    'Des caractères qui ne se voient pas\u00A0: presque aucun autre.',
  );
  expect(inFrench('invisible', 'U+2063 inside a word')).toMatch(/: U\+2063 à l’intérieur d’un mot\.$/);
  expect(inFrench('duplicate', 'the same 23 h ago')).toBe(
    'Le même texte a déjà été envoyé\u00A0: il y a 23 h.',
  );
  expect(inFrench('form-token', 'forged')).toMatch(/: falsifié\.$/);
  expect(inFrench('blocked-networks', 'a network of the list')).toMatch(/: un réseau de la liste\.$/);
  expect(explain(aFinding('form-token', 'too fast: after 1.2 s'), 'en')[0]).toMatch(
    /: too fast: after 1\.2 s\.$/,
  );
});

test('what a list or a draft says is quoted, even where it reads like a term of a check’s own', () => {
  expect(explain(aFinding('blocked-words', 'forged'), 'fr')[0]).toMatch(/: «\u00A0forged\u00A0»\.$/);
  expect(explain(aFinding('form-token', 'too fast: after {} s'), 'fr')[0]).toMatch(
    /«\u00A0too fast: after {} s\u00A0»/,
  );
});

test.each(names)(
  'when %s throws, moderators read that a check could not run, and the author that it waits',
  (name) => {
    const throws = { name, version: 1, run: () => JSON.parse('') };
    const { findings } = screen([throws as never], anEvidence(), () => 0);
    for (const finding of findings) {
      expect(explain(finding, 'fr')).toEqual(['Une des vérifications n’a pas pu se faire.']);
      expect(explain(finding, 'en')).toEqual(['One of the checks could not run.']);
    }
    expect(explainToAuthor(findings, 'fr')).toEqual(explainToAuthor([], 'fr'));
  },
);

test('a check without a sentence does not compile, nor a term of a check’s own without a phrase', () => {
  const { shouting: _, ...without } = fr.checks;
  // @ts-expect-error The sentence of `shouting` is missing.
  const incomplete: FindingSentences['checks'] = without;
  const { forged: __, ...others } = fr.checks['form-token'].terms;
  // @ts-expect-error The phrase for `forged` is missing.
  const untranslated: FindingSentences['checks']['form-token']['terms'] = others;
  expect([incomplete, untranslated]).toHaveLength(2);
});
