import type { Language } from '../../comment/site.ts';

const COLON: Readonly<Record<Language, string>> = { fr: '\u00A0: ', en: ': ' };

/** A sentence with its full stop, and with terms listed after a colon when there are any. */
export const withTerms = (sentence: string, terms: readonly string[], language: Language): string =>
  terms.length > 0 ? `${sentence}${COLON[language]}${terms.join(', ')}.` : `${sentence}.`;
