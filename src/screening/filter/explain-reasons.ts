import type { Language } from '../../comment/site.ts';
import type { Trace } from '../../comment/verdict.ts';
import { quoted, withTerms } from '../sentences/with-terms.ts';
import { type Subject, subjectIn } from './features/subjects.ts';
import type { ReasonSentences } from './sentences/reason-sentences.ts';
import { en } from './sentences/reasons-en.ts';
import { fr } from './sentences/reasons-fr.ts';

const sentences: Readonly<Record<Language, ReasonSentences>> = { en, fr };

/** The filter's traces for a moderator: a sentence each, with the words and flags that weighed most. */
export const explainReasons = (traces: readonly Trace[], language: Language): readonly string[] =>
  traces.flatMap(({ term }) => {
    const { subject, terms } = partsOf(term);
    if (subject === undefined) return [];
    const { subjects, flags } = sentences[language];
    const phrases: Readonly<Record<string, string>> = flags;
    const shown = terms.flatMap((one) =>
      one.startsWith('~') ? (phrases[one.slice(1)] ?? []) : quoted(one, language),
    );
    return withTerms(subjects[subject].moderator, shown, language);
  });

/** The same for the author, without any word or flag, which would tell how to evade the filter. */
export const explainReasonsToAuthor = (traces: readonly Trace[], language: Language): readonly string[] => {
  const known = traces.flatMap(({ term }) => partsOf(term).subject ?? []);
  return [...new Set(known)].map((subject) => `${sentences[language].subjects[subject].author}.`);
};

/** The words of the comment in a stored trace. */
export const wordsOfReason = (term: string): readonly string[] =>
  partsOf(term).terms.filter((one) => !one.startsWith('~'));

/** A stored trace's parts; no subject for the trace of another check. */
const partsOf = (
  term: string,
): { readonly subject: Subject | undefined; readonly terms: readonly string[] } => {
  const [, rest = ''] = term.split(': ', 2);
  return { subject: subjectIn(term), terms: rest.split(', ').filter(Boolean) };
};
