import type { Language } from '../../comment/site.ts';
import type { Trace } from '../../comment/verdict.ts';
import { type Subject, subjectIn } from './features/subjects.ts';
import type { Words } from './sentences/reason-sentences.ts';
import { en } from './sentences/reasons-en.ts';
import { fr } from './sentences/reasons-fr.ts';

const words: Readonly<Record<Language, Words>> = { en, fr };
/** What a moderator reads of the filter's traces: a sentence each, with the words that told. */
export const explain = (traces: readonly Trace[], language: Language): readonly string[] =>
  traces.flatMap(({ term }) => {
    const { subject, terms } = partsOf(term);
    if (subject === undefined) return [];
    const { sentences, flags } = words[language];
    const said = terms.map((one) => (one.startsWith('~') ? flags[one.slice(1)] : `*${one}*`)).filter(Boolean);
    const colon = language === 'fr' ? '\u00A0: ' : ': ';
    return said.length > 0
      ? `${sentences[subject][0]}${colon}${said.join(', ')}.`
      : `${sentences[subject][0]}.`;
  });

/** What the author may read: the same without any word or sign that would tell how to get round it. */
export const explainToAuthor = (traces: readonly Trace[], language: Language): readonly string[] => {
  const said = traces.flatMap(({ term }) => partsOf(term).subject ?? []);
  return [...new Set(said)].map((subject) => `${words[language].sentences[subject][1]}.`);
};

const partsOf = (
  term: string,
): { readonly subject: Subject | undefined; readonly terms: readonly string[] } => {
  const [, rest = ''] = term.split(': ', 2);
  return { subject: subjectIn(term), terms: rest.split(', ').filter(Boolean) };
};
