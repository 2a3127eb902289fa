import type { Language } from '../comment/site.ts';
import type { Finding } from '../comment/verdict.ts';
import {
  explain as explainFilter,
  explainToAuthor as explainFilterToAuthor,
} from './filter/explain-reasons.ts';
import type { Sentences } from './sentences/finding-sentences.ts';
import { en } from './sentences/findings-en.ts';
import { fr } from './sentences/findings-fr.ts';

/** The check with sentences of its own. */
const FILTER = 'learned-filter';
const sentences: Readonly<Record<Language, Sentences>> = { en, fr };

/** What is said where no check has anything to say to the author. */
const WAITS: Readonly<Record<Language, string>> = {
  fr: 'Une personne le lit avant qu’il soit publié.',
  en: 'A person reads it before it is published.',
};

type Seen = Pick<Finding, 'check' | 'outcome' | 'traces'>;

/** What a moderator reads of a finding: five sentences at most, none where the check saw nothing. */
export const explain = ({ check, traces }: Seen, language: Language): readonly string[] => {
  if (traces.length === 0) return [];
  if (check === FILTER) return explainFilter(traces, language);

  const { moderator, terms } = sentences[language][check] ?? { moderator: check, terms: true };
  const said = terms ? traces.map(({ term }) => `*${term}*`).join(', ') : '';
  return [said ? `${moderator}${language === 'fr' ? '\u00A0: ' : ': '}${said}.` : `${moderator}.`];
};

/** What the author may read of why a comment waits, without anything that would tell how to get round a check; never nothing. */
export const explainToAuthor = (findings: readonly Seen[], language: Language): readonly string[] => {
  const said = findings
    .filter(({ outcome }) => outcome !== 'approve')
    .flatMap(({ check, traces }) => {
      const { author } = sentences[language][check] ?? {};
      if (check === FILTER) return explainFilterToAuthor(traces, language);
      return author === undefined ? [] : `${author}.`;
    });
  // A comment that only a hidden check caught is told no less than others.
  return said.length > 0 ? [...new Set(said)] : [WAITS[language]];
};
