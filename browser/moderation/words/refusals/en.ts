import type { RefusalWords } from './fr.ts';

/** What the API refuses, in English: as it says it. */
export const en: RefusalWords = {
  codes: {},
  other: 'The service did not understand this request: load the page again.',
  detail: (said) => said,
};
