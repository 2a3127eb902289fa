import type { Language } from '../../comment/site.ts';

const COLON: Readonly<Record<Language, string>> = { fr: '\u00A0: ', en: ': ' };

const QUOTE: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['«\u00A0', '\u00A0»'],
  en: ['“', '”'],
};

/** What a list or a comment says, unchanged, in the language's quotation marks: a list's own stars stay. */
export const quoted = (term: string, language: Language): string => QUOTE[language].join(term);

/** A sentence with its full stop, and with terms listed after a colon when there are any. */
export const withTerms = (sentence: string, terms: readonly string[], language: Language): string =>
  terms.length > 0 ? `${sentence}${COLON[language]}${terms.join(', ')}.` : `${sentence}.`;
