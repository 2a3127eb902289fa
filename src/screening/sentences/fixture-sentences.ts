import type { Expectation } from '../../comment/policies/policy-document.ts';
import type { Language } from '../../comment/site.ts';
import { explain } from '../explain.ts';
import type { FailedFixture } from '../trial/try-fixtures.ts';

type Phrases = {
  readonly expected: Readonly<Record<Expectation, string>>;
  readonly came: Readonly<Record<Expectation, string>>;
};

const phrases: Readonly<Record<Language, Phrases>> = {
  fr: {
    expected: {
      publish: 'Devrait être publié',
      hold: 'Devrait être retenu',
      spam: 'Devrait être classé comme spam',
      refuse: 'Devrait être refusé',
    },
    came: {
      publish: 'mais serait publié',
      hold: 'mais serait retenu',
      spam: 'mais serait classé comme spam',
      refuse: 'mais serait refusé',
    },
  },
  en: {
    expected: {
      publish: 'Should be published',
      hold: 'Should be held',
      spam: 'Should be filed as spam',
      refuse: 'Should be refused',
    },
    came: {
      publish: 'but would be published',
      hold: 'but would be held',
      spam: 'but would be filed as spam',
      refuse: 'but would be refused',
    },
  },
};

/** What a fixture expects, what came of it, and what the checks say that objected. */
export const fixtureSentence = ({ expected, came, findings }: FailedFixture, language: Language): string => {
  const said = phrases[language];
  const outcome = `${said.expected[expected]}, ${said.came[came]}.`;
  return [outcome, ...sentencesOf(findings, language)].join(' ');
};

/** Sentences of findings. */
export const sentencesOf = (findings: FailedFixture['findings'], language: Language): readonly string[] =>
  findings.flatMap((finding) => explain(finding, language));
