import type { Language } from '../comment/site.ts';
import type { Finding } from '../comment/verdict.ts';
import { explainReasons, explainReasonsToAuthor } from './filter/explain-reasons.ts';
import { figuresIn, withFigures } from './own-terms.ts';
import { hasFailed } from './screen.ts';
import type { ExplainedCheck, FindingSentences } from './sentences/finding-sentences.ts';
import { en } from './sentences/findings-en.ts';
import { fr } from './sentences/findings-fr.ts';
import { quoted, withTerms } from './sentences/with-terms.ts';

/** The check whose reasons have sentences of their own. */
const FILTER = 'learned-filter';
const sentences: Readonly<Record<Language, FindingSentences>> = { en, fr };

type Explained = Pick<Finding, 'check' | 'outcome' | 'judged' | 'traces'>;

/**
 * A finding for a moderator: at most five sentences, none when the check has no objection, and one more where the policy's mode made something
 * else of it.
 */
export const explain = (finding: Explained, language: Language): readonly string[] => {
  const { outcome, judged } = finding;
  const found = explainFound(finding, language);
  if (found.length === 0 || judged === undefined || outcome === 'refuse') return found;
  const { shadow, mode } = sentences[language];
  return [...found, `${outcome === 'approve' ? shadow[judged] : mode[outcome]}.`];
};

const explainFound = (finding: Explained, language: Language): readonly string[] => {
  const { check, traces } = finding;
  if (traces.length === 0) return [];
  if (hasFailed(finding)) return [`${sentences[language].failed}.`];
  if (check === FILTER) return explainReasons(traces, language);

  const { moderator, terms } = sentenceFor(check, language) ?? { moderator: check, terms: 'quoted' };
  const shown = terms ? traces.map(({ term }) => said(term, terms, language)) : [];
  return [withTerms(moderator, shown, language)];
};

/** Why a comment waits, for its author: without anything that would tell how to evade a check; at least one sentence. */
export const explainToAuthor = (findings: readonly Explained[], language: Language): readonly string[] => {
  const reasons = reasonsForAuthor(findings, language);
  // An author whose comment only a secret check held gets a sentence too, so that the check stays secret.
  return reasons.length > 0 ? reasons : [`${sentences[language].waits}.`];
};

/** The same, without a sentence where no finding has anything to tell its author. */
export const reasonsForAuthor = (findings: readonly Explained[], language: Language): readonly string[] => {
  const known = findings
    .filter((finding) => finding.outcome !== 'approve' && !hasFailed(finding))
    .flatMap(({ check, traces }) => {
      if (check === FILTER) return explainReasonsToAuthor(traces, language);
      const author = sentenceFor(check, language)?.author;
      return author === undefined ? [] : `${author}.`;
    });
  return [...new Set(known)];
};

/** Undefined for a check of another version of the program. */
const sentenceFor = (check: string, language: Language) => {
  const { checks } = sentences[language];
  return Object.hasOwn(checks, check) ? checks[check as ExplainedCheck] : undefined;
};

/** A term of the check's own in the moderator's language; any other term quoted. */
const said = (
  term: string,
  terms: 'quoted' | Readonly<Record<string, string>>,
  language: Language,
): string => {
  if (terms === 'quoted') return quoted(term, language);
  for (const [own, phrase] of Object.entries(terms)) {
    const figures = figuresIn(term, own);
    if (figures)
      return withFigures(
        phrase,
        figures.map((figure) => figure.replace('.', sentences[language].decimalMark)),
      );
  }
  return quoted(term, language);
};
