import { englishCount } from '../plural.ts';
import type { LearningWords } from './fr.ts';

/** What the site learned, in English. */
export const en: LearningWords = {
  answer: (spam, ham) =>
    spam + ham === 0
      ? 'The filter has not learned anything here yet.'
      : `The filter has learned from ${englishCount(spam + ham, 'decision', 'decisions')}: ${ham} published, ${spam} spam.`,
  damaged: 'What was learned cannot be read and counts for nothing; choose “Forget everything”.',
  agreement: 'The filter and you',
  agreements: {
    held: 'published though the filter held them',
    calledSpam: 'published though the filter said spam',
    upheld: 'spam, as the filter said',
    missed: 'spam that the filter missed',
  },
  count: 'Decisions',
  pages: 'Pages often filed as spam',
  page: 'Page',
  noPages: 'None.',
  reset: 'Forget everything',
  resetLead:
    'The filter forgets what it learned on this site and starts from what it knows of all sites. This cannot be undone.',
  wasReset: 'The filter starts afresh on this site.',
};
